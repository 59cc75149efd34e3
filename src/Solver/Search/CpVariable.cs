namespace Fulcrum.Solver.Search;

/// <summary>An integer variable from 0 to its maximum. With maximum 1 its index is also a literal, and <c>~index</c> the negation.</summary>
/// <param name="Index">Position in the model.</param>
/// <param name="Max">Largest value.</param>
internal readonly record struct CpVariable(int Index, long Max);
