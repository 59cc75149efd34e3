using Fulcrum.Solver.Alternatives;
using Fulcrum.Solver.Certification;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Pipeline;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver;

/// <summary>Solves placement problems exactly, within a time limit. Holds no state: one instance serves any number of threads.</summary>
/// <param name="time">Clock for limits and stage times.</param>
public sealed class PlacementSolver(TimeProvider time)
{
    /// <summary>Answers with the best plan and its certificate, or with the reasons why there is none.</summary>
    /// <exception cref="ProblemTooLargeException">Amounts or money exceed what can be computed exactly.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; CP-SAT is stopped at once.</exception>
    public PlacementResult Solve(PlacementProblem problem, SolveOptions options, CancellationToken cancellationToken = default)
    {
        long startedAt = time.GetTimestamp();
        cancellationToken.ThrowIfCancellationRequested();
        StageLog log = new(options, new StageClock(time, startedAt));
        using ScreenedProblem screened = Screen(problem, options, log);
        log.Screened(screened);
        Answer answer = Search(screened, new SearchLimits(time, options, startedAt), options.Strategy, log, cancellationToken);
        return ToResult(screened, answer, log);
    }

    private static ScreenedProblem Screen(PlacementProblem problem, SolveOptions options, StageLog log)
    {
        bool isPruned = log.IsOn(PipelineStages.Pruning) && Dominance.Applies(problem.Order);
        if (isPruned) log.Applied(PipelineStages.Pruning);
        try
        {
            return ScreenedProblem.Of(problem with { Side = SideConditions.Of(options) }, options.Seed, isPruned);
        }
        catch (OverflowException)
        {
            throw ProblemTooLargeException.OfMoney();
        }
    }

    private static Answer Search(ScreenedProblem problem, SearchLimits limits, SolveStrategy strategy, StageLog log, CancellationToken cancellationToken)
    {
        bool isClipped = problem.Items.Any(static item => item.IsClipped);
        Answer answer = problem.Items.Any(static item => item.Ways.Count == 0) || Counting.IsInfeasible(problem, log)
            ? Answer.WithoutPlan(PlacementStatus.Infeasible)
            : SearchWays(problem, limits, strategy, log, cancellationToken);
        return answer.Status == PlacementStatus.Infeasible && isClipped ? throw ProblemTooLargeException.OfMoney() : answer;
    }

    private static Answer SearchWays(ScreenedProblem problem, SearchLimits limits, SolveStrategy strategy, StageLog log, CancellationToken cancellationToken)
    {
        bool isWeighted = problem.Source.Order.Objective.Mode == ObjectiveMode.Weighted;
        if (strategy == SolveStrategy.Pipeline)
        {
            return isWeighted
                ? WeightedPipeline.Run(problem, limits, log, cancellationToken)
                : LexicographicPipeline.Run(problem, limits, log, cancellationToken);
        }

        if (limits.IsExhausted) return Answer.Unknown;
        CompiledProblem compiled = ProblemCompiler.Compile(problem, chosen: null);
        return isWeighted
            ? WeightedSearch.Run(compiled, Answer.Unknown, cutoff: null, limits, cancellationToken)
            : new LexicographicSearch(new PlacementModel(compiled), limits, cancellationToken).Run();
    }

    private static PlacementResult ToResult(ScreenedProblem problem, Answer answer, StageLog log)
    {
        ScoreBreakdown? score = answer.Plan is null ? null : PlanScorer.Score(answer.Plan);
        return new PlacementResult
        {
            Status = answer.Status,
            Plan = answer.Plan?.ToPlan(),
            Score = score,
            Certificate = score is null ? null : CertificateWriter.Write(problem.Source, problem.Supply, problem.Seed, answer, score),
            Funnel = [.. problem.Items.Select(static item => item.Funnel)],
            Times = log.Times,
            Effects = log.Effects,
        };
    }
}
