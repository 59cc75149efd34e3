using Fulcrum.Solver.Assignments;
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
        if ((SingleReplica.Solve(problem, log) ?? Dividing.Solve(problem, log, cancellationToken)) is { } best) return best;
        Dominance.Apply(problem, log);
        if (!log.IsOn(PipelineStages.Bounding)) return SearchAll(problem, limits, cancellationToken);
        Weights weights = Weights.Of(problem.Source.Order.Objective);
        ItemCosts[] costs = [.. problem.Items.Select(item => new ItemCosts(problem, item, weights))];
        try
        {
            return Magnitude.IsNarrow(problem, weights, costs) ? RunNarrow(problem, weights, costs, limits, log, cancellationToken) : SearchAll(problem, limits, cancellationToken);
        }
        finally
        {
            foreach (ItemCosts item in costs) item.Dispose();
        }
    }

    private static Answer RunNarrow(ScreenedProblem problem, Weights weights, ItemCosts[] costs, SearchLimits limits, StageLog log, CancellationToken cancellationToken)
    {
        log.Applied(PipelineStages.Bounding | PipelineStages.Drafting | PipelineStages.Dropping);
        int ways = costs.Sum(static item => item.Active.Length);
        Incumbent incumbent = new(problem, new WeightedAim(problem, weights));
        bool isAssignment = log.IsOn(PipelineStages.Assignments) && AssignmentOrders.Accept(problem, weights, costs);
        BoundingPhase phase = isAssignment
            ? new(problem, weights, costs, incumbent, limits.Part(AssignmentPhase.BoundingParts, AssignmentPhase.BoundingMost), log, cancellationToken)
            : new(problem, weights, costs, incumbent, limits, log, cancellationToken);
        phase.Run();
        log.Bounded(Effects.Of(phase, costs, ways, incumbent));
        if (phase.IsClosed) return Closed(incumbent);
        Portfolio rest = new(problem, weights, incumbent, limits, log, cancellationToken);
        return isAssignment ? rest.Assign(phase, costs) : rest.Run(phase, costs);
    }

    private static Answer SearchAll(ScreenedProblem problem, SearchLimits limits, CancellationToken cancellationToken) =>
        limits.IsExhausted ? Answer.Unknown : WeightedSearch.Run(ProblemCompiler.Compile(problem, chosen: null), Answer.Unknown, cutoff: null, limits, cancellationToken);

    private static Answer Closed(Incumbent incumbent) => incumbent.Plan is null
        ? Answer.WithoutPlan(PlacementStatus.Infeasible)
        : new Answer(PlacementStatus.Optimal, incumbent.Plan, incumbent.Cost, ProofKind.Relaxation, []);
}
