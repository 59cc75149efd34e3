namespace Fulcrum.Benchmarks.Reference;

/// <summary>min ≤ Σ coefficient × variable ≤ max.</summary>
/// <param name="Terms">Variables and coefficients.</param>
/// <param name="Min">Null is open.</param>
/// <param name="Max">Null is open.</param>
internal sealed record LinearRow(IReadOnlyList<(int Variable, long Coefficient)> Terms, long? Min, long? Max);
