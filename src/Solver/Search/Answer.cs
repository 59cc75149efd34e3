using Fulcrum.Solver.Results;
using Fulcrum.Solver.Scoring;

namespace Fulcrum.Solver.Search;

/// <summary>What a strategy knows at its end.</summary>
/// <param name="Status">What is known.</param>
/// <param name="Plan">Best plan, if any.</param>
/// <param name="Bound">No plan has an objective below this, in the unit of the certificate.</param>
/// <param name="Proof">How the bound was obtained.</param>
/// <param name="Stages">Stages of a lexicographic objective.</param>
internal sealed record Answer(PlacementStatus Status, PlanView? Plan, Int128 Bound, ProofKind Proof, IReadOnlyList<StageResult> Stages)
{
    /// <summary>Nothing is known: no plan, and no bound above 0.</summary>
    public static Answer Unknown { get; } = WithoutPlan(PlacementStatus.Unknown);

    /// <summary>No plan exists, or none was found.</summary>
    public static Answer WithoutPlan(PlacementStatus status) => new(status, null, 0, ProofKind.Search, []);
}
