using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Drafting;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Scoring;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Writes down what stages did.</summary>
internal static class Effects
{
    /// <summary>What a bounding did that has ended.</summary>
    /// <param name="phase">The bounding.</param>
    /// <param name="costs">Its ways.</param>
    /// <param name="waysBefore">How many ways were active before.</param>
    /// <param name="incumbent">The best plan.</param>
    public static BoundingEffect Of(BoundingPhase phase, IReadOnlyList<ItemCosts> costs, int waysBefore, Incumbent incumbent) => new()
    {
        RootBound = Finite(phase.RootBound, incumbent),
        Bound = Finite(phase.Bound, incumbent),
        Incumbent = incumbent.Plan is null ? null : incumbent.Aim.CostOf(PlanScorer.Score(incumbent.Plan)) - incumbent.Aim.Offset,
        DraftsTried = incumbent.Tried,
        DraftsTaken = incumbent.Taken,
        WaysBefore = waysBefore,
        WaysLeft = phase.IsClosed ? 0 : costs.Sum(static item => item.Active.Length),
        IsClosed = phase.IsClosed,
    };

    private static Int128? Finite(long cost, Incumbent incumbent) => cost is long.MinValue or >= Cost.Infinite ? null : cost - incumbent.Aim.Offset;
}
