namespace Fulcrum.Solver.Rules;

/// <summary>Judges one pool for one item.</summary>
/// <param name="sieve">The pool, and the shapes in which it could serve a replica.</param>
/// <returns>Why the pool is out, in words; null when it stays.</returns>
internal delegate string? PoolFilter(PoolSieve sieve);
