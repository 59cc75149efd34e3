namespace Fulcrum.Solver.Results;

/// <summary>What one item contributes. Fees and egress belong to providers and appear only in the order's score.</summary>
/// <param name="ResourcesMicros">Sum of the item's replica prices, micro-EUR per month.</param>
/// <param name="LocalityMicros">The item's locality contribution (relations count for their <c>from</c> item), micro-EUR per month.</param>
/// <param name="SovereigntyMicros">The item's preferences not met, micro-EUR per month.</param>
public sealed record ItemScore(long ResourcesMicros, long LocalityMicros, long SovereigntyMicros);
