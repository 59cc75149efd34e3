using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Alternatives;

/// <summary>Plans beside the best one.</summary>
/// <param name="Plans">Pairwise different, best first.</param>
/// <param name="IsComplete">Whether there are as many as asked for, or it is proved that there are no more; false when time ran out.</param>
public sealed record AlternativePlans(IReadOnlyList<PlacementResult> Plans, bool IsComplete);
