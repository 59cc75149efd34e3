using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Drafting;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Looks for a better plan with CP-SAT among the few ways that cost least in the relaxation and those of the incumbent. It proves nothing, but a better plan lets more ways be dropped.</summary>
internal sealed class KernelSearch(ScreenedProblem problem, BoundModel model, Incumbent incumbent, SearchLimits limits, CancellationToken cancellationToken)
{
    private const int WaysPerItem = 12;
    private const int PartMin = 2;
    private const double LimitParts = 4;
    private const double LimitMost = 0.5;

    private int[][] _ways = [];

    /// <summary>Chooses the ways.</summary>
    /// <returns>Whether they are so few that a search among them is of use.</returns>
    public bool IsSmall(BoundEvaluation evaluation)
    {
        _ways = [.. Enumerable.Range(0, model.Lists.Length).Select(item => Kernel(item, evaluation.RootAt(item)))];
        return model.Costs.Sum(static costs => costs.Active.Length) > PartMin * _ways.Sum(static ways => ways.Length);
    }

    /// <summary>Searches among the ways chosen.</summary>
    /// <returns>Whether the incumbent is better now.</returns>
    public bool Run()
    {
        Answer known = incumbent.Plan is null ? Answer.Unknown : new Answer(PlacementStatus.Feasible, incumbent.Plan, 0, ProofKind.TimeLimit, []);
        Answer found = WeightedSearch.Run(ProblemCompiler.Compile(problem, _ways), known, cutoff: null, limits.Part(LimitParts, LimitMost), cancellationToken);
        return found.Plan is { } plan && incumbent.Offer(plan);
    }

    /// <summary>The ways of least cost, equal ones in the order that breaks ties.</summary>
    private int[] Kernel(int item, TreeRoot root)
    {
        ItemCosts costs = model.Costs[item];
        SiteList list = root.List;
        int[] ways = costs.Active.ToArray();
        (long Bound, ulong Rank)[] keys = new (long, ulong)[ways.Length];
        for (int i = 0; i < ways.Length; i++)
        {
            long bound = root.With(list.SiteOfWay[i], costs.OfWay[ways[i]] + model.Prices.Of(costs.Item, ways[i]) - list.FirstCosts[list.SiteOfWay[i]]);
            keys[i] = (bound, problem.RankOf(costs.Item.Ways.Pools[ways[i]]));
        }

        Array.Sort(keys, ways);
        HashSet<(int, int)> used = [.. incumbent.Plan?.Of(item).Select(static placement => (placement.Candidate.Pool, placement.Candidate.Offer)) ?? []];
        return [.. ways.Where((way, position) => position < WaysPerItem || used.Contains((costs.Item.Ways.Pools[way], costs.Item.Ways.Offers[way])))];
    }
}
