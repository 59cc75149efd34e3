namespace Fulcrum.Solver.Model;

/// <summary>A wish with a value: each replica in a pool that does not meet it costs round(value / replicas of the order).</summary>
/// <param name="Requirement">Met when all its members are.</param>
/// <param name="ValueMicros">Micro-EUR per month for the whole order.</param>
public sealed record SovereigntyPreference(SovereigntyPolicy Requirement, long ValueMicros);
