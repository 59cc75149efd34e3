using Fulcrum.Solver.Alternatives;
using Fulcrum.Solver.Certification;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Relaxation;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Scoring;
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
        CompiledProblem compiled = Compile(problem, options);
        long filteredAt = time.GetTimestamp();
        RelaxedAnswer? relaxed = Relax(compiled, options);
        long boundAt = time.GetTimestamp();
        Answer answer = Search(compiled, relaxed, new SearchLimits(time, options, startedAt), cancellationToken);
        StageTimes times = new(
            Milliseconds(startedAt, filteredAt), Milliseconds(filteredAt, boundAt), Milliseconds(boundAt, time.GetTimestamp()), Check: 0);
        return ToResult(compiled, answer, times);
    }

    private static CompiledProblem Compile(PlacementProblem problem, SolveOptions options)
    {
        try
        {
            return ProblemCompiler.Compile(problem with { Side = SideConditions.Of(options) }, options.Seed);
        }
        catch (OverflowException)
        {
            throw ProblemTooLargeException.OfMoney();
        }
    }

    private static RelaxedAnswer? Relax(CompiledProblem problem, SolveOptions options) =>
        options.Strategy == SolveStrategy.Pipeline && IsWeighted(problem) && HasCandidates(problem) ? ItemwiseRelaxation.Solve(problem) : null;

    private static Answer Search(CompiledProblem problem, RelaxedAnswer? relaxed, SearchLimits limits, CancellationToken cancellationToken)
    {
        if (!HasCandidates(problem)) return Answer.WithoutPlan(PlacementStatus.Infeasible);
        Answer answer = SearchCandidates(problem, relaxed, limits, cancellationToken);
        return answer.Status == PlacementStatus.Infeasible && problem.Items.Any(item => item.IsClipped) ? throw ProblemTooLargeException.OfMoney() : answer;
    }

    private static Answer SearchCandidates(CompiledProblem problem, RelaxedAnswer? relaxed, SearchLimits limits, CancellationToken cancellationToken)
    {
        if (relaxed is { IsOptimal: true }) return new Answer(PlacementStatus.Optimal, relaxed.Plan, relaxed.Bound, ProofKind.Relaxation, []);
        if (IsWeighted(problem)) return WeightedSearch.Run(problem, relaxed, limits, cancellationToken);
        return limits.IsExhausted
            ? Answer.WithoutPlan(PlacementStatus.Unknown)
            : new LexicographicSearch(new PlacementModel(problem), limits, cancellationToken).Run();
    }

    private static bool IsWeighted(CompiledProblem problem) => problem.Source.Order.Objective.Mode == ObjectiveMode.Weighted;

    private static bool HasCandidates(CompiledProblem problem) =>
        problem.Items.All(item => item.Candidates.Count > 0 || (item.IsClipped ? throw ProblemTooLargeException.OfMoney() : false));

    private static PlacementResult ToResult(CompiledProblem problem, Answer answer, StageTimes times)
    {
        ScoreBreakdown? score = answer.Plan is null ? null : PlanScorer.Score(answer.Plan);
        return new PlacementResult
        {
            Status = answer.Status,
            Plan = answer.Plan?.ToPlan(),
            Score = score,
            Certificate = score is null ? null : CertificateWriter.Write(problem, answer, score),
            Funnel = [.. problem.Items.Select(item => item.Funnel)],
            Times = times,
        };
    }

    private double Milliseconds(long from, long to) => time.GetElapsedTime(from, to).TotalMilliseconds;
}
