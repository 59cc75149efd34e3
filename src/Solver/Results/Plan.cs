namespace Fulcrum.Solver.Results;

/// <summary>An assignment of replicas to candidates.</summary>
/// <param name="Lines">At most one line per (item, pool, offer), sorted by item, pool, offer.</param>
public sealed record Plan(IReadOnlyList<PlanLine> Lines);
