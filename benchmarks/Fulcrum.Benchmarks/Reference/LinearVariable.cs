namespace Fulcrum.Benchmarks.Reference;

/// <summary>A variable from 0 to a maximum.</summary>
/// <param name="Max">Largest value.</param>
/// <param name="Kind">What it counts.</param>
internal readonly record struct LinearVariable(long Max, VariableKind Kind);
