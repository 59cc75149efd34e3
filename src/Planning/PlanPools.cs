using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Planning;

/// <summary>The part of a problem that a plan uses, so that its check costs the same in a market of any size.</summary>
internal static class PlanPools
{
    /// <summary>The problem with the pools that a plan names and no others; a plan that states another pool names one that does not exist.</summary>
    public static PlacementProblem Of(PlacementProblem problem, Plan plan) => problem with
    {
        Pools = [.. plan.Lines.Select(static line => line.Pool).Distinct().Select(pool => problem.Pools[pool])],
        Supply = null,
    };
}
