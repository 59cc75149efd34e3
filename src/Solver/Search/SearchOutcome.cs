using Fulcrum.Solver.Results;
using Fulcrum.Solver.Scoring;

namespace Fulcrum.Solver.Search;

/// <summary>What a search for the least value of a sum ended with.</summary>
/// <param name="Status">What is known.</param>
/// <param name="Plan">Best plan found, if any.</param>
/// <param name="Values">Value of every variable in that plan.</param>
/// <param name="Bound">No plan has a sum below this; meaningful when there is a plan.</param>
internal sealed record SearchOutcome(PlacementStatus Status, PlanView? Plan, IReadOnlyList<long> Values, long Bound)
{
    /// <summary>Nothing is known.</summary>
    public static SearchOutcome Nothing { get; } = new(PlacementStatus.Unknown, null, [], 0);

    /// <summary>No plan exists.</summary>
    public static SearchOutcome Infeasible { get; } = new(PlacementStatus.Infeasible, null, [], 0);
}
