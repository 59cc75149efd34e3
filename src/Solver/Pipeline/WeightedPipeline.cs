using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Drafting;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Solves a weighted problem: bounds and drafts narrow it, exact search decides what is left.</summary>
internal static class WeightedPipeline
{
    /// <summary>Solves a problem of which every item has a way.</summary>
    public static Answer Run(ScreenedProblem problem, SearchLimits limits, StageLog log, CancellationToken cancellationToken)
    {
        if (!log.IsOn(PipelineStages.Bounding)) return SearchAll(problem, limits, cancellationToken);
        Weights weights = Weights.Of(problem.Source.Order.Objective);
        ItemCosts[] costs = [.. problem.Items.Select(item => new ItemCosts(problem, item, weights))];
        try
        {
            return IsNarrow(problem, weights, costs) ? RunNarrow(problem, weights, costs, limits, log, cancellationToken) : SearchAll(problem, limits, cancellationToken);
        }
        finally
        {
            foreach (ItemCosts item in costs) item.Dispose();
        }
    }

    private static Answer RunNarrow(ScreenedProblem problem, Weights weights, ItemCosts[] costs, SearchLimits limits, StageLog log, CancellationToken cancellationToken)
    {
        log.Applied(PipelineStages.Bounding | PipelineStages.Drafting | PipelineStages.Dropping);
        Incumbent incumbent = new(problem, weights);
        BoundingPhase phase = new(problem, weights, costs, incumbent, limits, log, cancellationToken);
        phase.Run();
        log.Bounded(EffectOf(phase, costs, incumbent));
        return phase.IsClosed ? Closed(incumbent) : Search(problem, costs, incumbent, phase.Bound, limits, cancellationToken);
    }

    private static Answer SearchAll(ScreenedProblem problem, SearchLimits limits, CancellationToken cancellationToken) =>
        limits.IsExhausted ? Answer.Unknown : WeightedSearch.Run(ProblemCompiler.Compile(problem, chosen: null), Answer.Unknown, cutoff: null, limits, cancellationToken);

    private static Answer Closed(Incumbent incumbent) => incumbent.Plan is null
        ? Answer.WithoutPlan(PlacementStatus.Infeasible)
        : new Answer(PlacementStatus.Optimal, incumbent.Plan, incumbent.Cost, ProofKind.Relaxation, []);

    private static Answer Search(ScreenedProblem problem, ItemCosts[] costs, Incumbent incumbent, long bound, SearchLimits limits, CancellationToken cancellationToken)
    {
        CompiledProblem compiled = ProblemCompiler.Compile(problem, [.. costs.Select(static item => item.Active.ToArray())]);
        Answer known = incumbent.Plan is null
            ? Answer.Unknown with { Bound = bound }
            : new Answer(PlacementStatus.Feasible, incumbent.Plan, bound, ProofKind.TimeLimit, []);
        return WeightedSearch.Run(compiled, known, incumbent.Plan is null ? null : incumbent.Cost, limits, cancellationToken);
    }

    private static BoundingEffect EffectOf(BoundingPhase phase, ItemCosts[] costs, Incumbent incumbent) => new()
    {
        RootBound = Finite(phase.RootBound),
        Bound = Finite(phase.Bound),
        Incumbent = Finite(incumbent.Cost),
        DraftsTried = incumbent.Tried,
        DraftsTaken = incumbent.Taken,
        IsBetterTogether = phase.IsBetterTogether,
        WaysBefore = costs.Sum(static item => item.Item.Ways.Count),
        WaysLeft = phase.IsClosed ? 0 : costs.Sum(static item => item.Active.Length),
        IsClosed = phase.IsClosed,
    };

    private static Int128? Finite(long cost) => cost is long.MinValue or >= Cost.Infinite ? null : cost;

    /// <summary>Whether every sum that bounds compute stays far within 64 bits.</summary>
    private static bool IsNarrow(ScreenedProblem problem, Weights weights, ItemCosts[] costs)
    {
        Int128 sum = 0;
        foreach (ItemCosts item in costs)
        {
            if (item.IsWide) return false;
            sum += (Int128)item.Largest * item.Item.Definition.Quantity;
        }

        sum += problem.Source.Providers.Aggregate((Int128)0, static (total, provider) => total + provider.FeePerOrderMicros) * weights.Price;
        foreach (CompiledRelation relation in problem.Relations)
        {
            sum += (Int128)weights.Locality * relation.LargestLocalityMicros * problem.Items[relation.Definition.From].Definition.Quantity;
        }

        return sum + LargestEgress(problem, weights) < Cost.Largest;
    }

    private static Int128 LargestEgress(ScreenedProblem problem, Weights weights)
    {
        Int128 mib = 0;
        foreach (ScreenedItem item in problem.Items) mib += (Int128)item.UserTrafficMiB * item.Definition.Quantity;
        foreach (CompiledRelation relation in problem.Relations) mib += (Int128)relation.TrafficMiB * problem.Items[relation.Definition.From].Definition.Quantity;
        return mib == 0 ? 0 : mib * weights.Price * problem.Supply.LargestEgressMicrosPerMiB;
    }
}
