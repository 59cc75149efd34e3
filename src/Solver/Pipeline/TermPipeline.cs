using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Minimises one term while others are held: bounds with prices for the caps, then search. Answers are of a weighted problem in which the term alone has a weight.</summary>
/// <param name="problem">The problem of the term: its caps are among the rules.</param>
/// <param name="bounding">Bounds the term.</param>
/// <param name="caps">The other terms that are held.</param>
/// <param name="limits">When to stop.</param>
/// <param name="log">Which stages are on.</param>
/// <param name="cancellationToken">Stops at once.</param>
internal sealed class TermPipeline(
    ScreenedProblem problem, TermBounding bounding, IReadOnlyList<KeyValuePair<ObjectiveTerm, long>> caps, SearchLimits limits, StageLog log, CancellationToken cancellationToken)
{
    private const int PricesTried = 6;
    private const int FewWays = 100;
    private const int ProgressParts = 10;

    /// <summary>The least value of the term; the bounding has started from what is known.</summary>
    public Answer Run()
    {
        if (limits.IsExhausted && bounding.Plan is not null) return Known();
        if (SingleReplica.Solve(problem, log) is { } best) return best;
        if (log.IsOn(PipelineStages.Bounding)) Bound();
        if (bounding.IsClosed) return bounding.Plan is { } plan ? new Answer(PlacementStatus.Optimal, plan, bounding.Bound, ProofKind.Relaxation, []) : Answer.WithoutPlan(PlacementStatus.Infeasible);
        Answer answer = WeightedSearch.Run(ProblemCompiler.Compile(problem, bounding.Ways.ByItem), Known(), Cutoff(), limits, cancellationToken);
        log.Searched();
        return answer;
    }

    /// <summary>Without a plan there is nothing to hold prices against, so that only the term itself counts.</summary>
    private void Bound()
    {
        log.Applied(PipelineStages.Bounding | PipelineStages.Drafting | PipelineStages.Dropping);
        CapPrices prices = new(caps);
        for (int tried = 0; tried < PricesTried; tried++)
        {
            (Int128 gap, int ways) = (Gap(), bounding.Ways.Count);
            if (!bounding.Run(prices.Held) || bounding.IsClosed || bounding.Plan is null || limits.IsExhausted || bounding.Ways.Count <= FewWays) return;
            bool isProgress = Gap() <= gap - (gap / ProgressParts) || bounding.Ways.Count <= ways - (ways / ProgressParts);
            if ((tried > 0 && !isProgress) || bounding.Excess is not { } excess || !prices.Move(excess)) return;
        }
    }

    /// <summary>What plan and bound are apart; huge without a plan.</summary>
    private Int128 Gap() => bounding.Plan is null ? Int128.MaxValue : Cutoff()!.Value - bounding.Bound;

    private Answer Known() => bounding.Plan is null
        ? Answer.Unknown with { Bound = bounding.Bound }
        : new Answer(PlacementStatus.Feasible, bounding.Plan, bounding.Bound, ProofKind.TimeLimit, []);

    private long? Cutoff() => bounding.Plan is null ? null : checked((long)Bounding.Weights.Of(problem.Source.Order.Objective).Of(PlanScorer.Score(bounding.Plan)));
}
