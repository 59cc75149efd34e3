using Fulcrum.Solver.Assignments;
using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Drafting;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Closes the gap that bounding has left: by branching on providers or over assignments, and by CP-SAT on all that is left. With several workers both run at once and the first proof counts; with one, CP-SAT gets what branching gives up.</summary>
/// <param name="problem">The problem.</param>
/// <param name="weights">Weights of the terms.</param>
/// <param name="incumbent">The best plan.</param>
/// <param name="limits">When to stop.</param>
/// <param name="log">Which stages are on.</param>
/// <param name="cancellationToken">Stops at once.</param>
internal sealed class Portfolio(ScreenedProblem problem, Weights weights, Incumbent incumbent, SearchLimits limits, StageLog log, CancellationToken cancellationToken)
{
    /// <summary>Searches what a bounding has left.</summary>
    /// <remarks>Of questions beyond the order, such as other plans than some, the relaxation knows nothing: branching on providers does not prove much there.</remarks>
    public Answer Run(BoundingPhase phase, ItemCosts[] costs)
    {
        if (!log.IsOn(PipelineStages.Branching) || (!limits.HasSeveralWorkers && !problem.Source.Side.IsNone)) return Search(costs, phase.Bound);
        log.Applied(PipelineStages.Branching);
        return limits.HasSeveralWorkers ? RunBoth(phase.Bound, costs, (own, isOver) => Branch(phase, own, isOver)) : RunInTurn(phase, costs);
    }

    /// <summary>The same of an order whose items share nothing but room and fees.</summary>
    public Answer Assign(BoundingPhase phase, ItemCosts[] costs)
    {
        log.Applied(PipelineStages.Assignments);
        if (limits.HasSeveralWorkers) return RunBoth(phase.Bound, costs, (own, isOver) => Assign(phase, costs, own, isOver));
        (bool isProved, long bound) = Assign(phase, costs, limits, isOver: null);
        return isProved ? Proved() : Search(costs, bound);
    }

    /// <summary>Gives what is left to CP-SAT.</summary>
    private Answer Search(ItemCosts[] costs, long bound) =>
        WeightedSearch.Run(ProblemCompiler.Compile(problem, WaySelection.Active(costs).ByItem), Known(bound), Cutoff(), limits, cancellationToken);

    private Answer RunInTurn(BoundingPhase phase, ItemCosts[] costs)
    {
        (bool isProved, long bound) = Branch(phase, limits.Half(), static () => false);
        return isProved ? Proved() : Search(costs, bound);
    }

    /// <summary>Runs CP-SAT beside another search, which is told when CP-SAT has ended.</summary>
    private Answer RunBoth(long bound, ItemCosts[] costs, Func<SearchLimits, Func<bool>, (bool IsProved, long Bound)> other)
    {
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        SearchLimits half = limits.OneWorker();
        CompiledProblem compiled = ProblemCompiler.Compile(problem, WaySelection.Active(costs).ByItem);
        (Answer known, long? cutoff) = (Known(bound), Cutoff());
        Task<Answer> search = Task.Run(() => WeightedSearch.Run(compiled, known, cutoff, half, ended.Token), CancellationToken.None);
        (bool IsProved, long Bound) own;
        try
        {
            own = other(half, () => search.IsCompleted);
        }
        catch
        {
            ended.Cancel();
            Await(search);
            throw;
        }

        if (own.IsProved) ended.Cancel();
        Answer? found = Await(search);
        cancellationToken.ThrowIfCancellationRequested();
        return own.IsProved || found is null ? own.IsProved ? Proved() : Known(own.Bound) : Combine(found, own.Bound);
    }

    /// <summary>The answer of a search, none when it was ended.</summary>
    private static Answer? Await(Task<Answer> search)
    {
        try
        {
            return search.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private (bool IsProved, long Bound) Branch(BoundingPhase phase, SearchLimits own, Func<bool> isOver)
    {
        BranchingPhase branching = new(problem, weights, phase.Relations, incumbent, own, isOver, cancellationToken);
        bool isProved = branching.Run(phase.Model, phase.Bound);
        log.Branched(branching.Parts, branching.Searched);
        return (isProved, branching.Bound);
    }

    private (bool IsProved, long Bound) Assign(BoundingPhase phase, ItemCosts[] costs, SearchLimits own, Func<bool>? isOver)
    {
        AssignmentPhase assignments = new(problem, weights, costs, incumbent, isOver is null && log.IsOn(PipelineStages.Dropping), own, isOver, cancellationToken);
        assignments.Run();
        long bound = Math.Max(phase.Bound, assignments.Bound);
        return (bound >= incumbent.Cost, bound);
    }

    /// <summary>The search knew an older incumbent: what it proves of plans below that is also true of those below a better one.</summary>
    private Answer Combine(Answer found, long bound)
    {
        if (incumbent.Plan is not { } plan) return found;
        Int128 value = weights.Of(PlanScorer.Score(plan));
        if (found.Plan is { } other && weights.Of(PlanScorer.Score(other)) <= value) (plan, value) = (other, weights.Of(PlanScorer.Score(other)));
        if (found.Status is PlacementStatus.Optimal or PlacementStatus.Infeasible) return new Answer(PlacementStatus.Optimal, plan, value, ProofKind.Search, []);
        Int128 proved = Int128.Min(value, Int128.Max(bound, found.Bound));
        return new Answer(proved == value ? PlacementStatus.Optimal : PlacementStatus.Feasible, plan, proved, proved == value ? ProofKind.Search : ProofKind.TimeLimit, []);
    }

    private Answer Proved() => incumbent.Plan is null
        ? Answer.WithoutPlan(PlacementStatus.Infeasible)
        : new Answer(PlacementStatus.Optimal, incumbent.Plan, incumbent.Cost, ProofKind.Search, []);

    private Answer Known(long bound) => incumbent.Plan is null
        ? Answer.Unknown with { Bound = bound }
        : new Answer(PlacementStatus.Feasible, incumbent.Plan, bound, ProofKind.TimeLimit, []);

    private long? Cutoff() => incumbent.Plan is null ? null : incumbent.Cost;
}
