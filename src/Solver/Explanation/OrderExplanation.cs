namespace Fulcrum.Solver.Explanation;

/// <summary>Why an order has no plan, and ways out.</summary>
/// <param name="Conflict">Demands that cannot hold together; null when time ran out before any were found.</param>
/// <param name="Relaxations">The smallest helpful change of each of them, where one is known.</param>
public sealed record OrderExplanation(ConflictSet? Conflict, IReadOnlyList<DemandRelaxation> Relaxations);
