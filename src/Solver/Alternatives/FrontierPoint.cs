using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Alternatives;

/// <summary>A plan of the trade-off between the terms.</summary>
/// <param name="Result">Plan and certificate for the question that found it: the goals in order, under the ceiling.</param>
/// <param name="Goals">The terms in the order in which they were minimised.</param>
/// <param name="Ceiling">What one term was held at; null for a corner.</param>
/// <param name="Corners">The terms of which no plan was found that has less.</param>
public sealed record FrontierPoint(PlacementResult Result, IReadOnlyList<ObjectiveTerm> Goals, TermCeiling? Ceiling, IReadOnlyList<ObjectiveTerm> Corners)
{
    /// <summary>Its value per term.</summary>
    public ScoreBreakdown Score => Result.Score!;
}
