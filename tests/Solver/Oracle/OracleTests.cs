using System.Diagnostics;
using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>The solver finds what enumeration of every plan finds, and proves it.</summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    private const int DisagreementsMax = 20;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(SolveStrategy.Pipeline)]
    [InlineData(SolveStrategy.Plain)]
    public void Solver_and_oracle_agree(SolveStrategy strategy)
    {
        PlacementSolver solver = new(TimeProvider.System);
        SolveOptions options = new() { Strategy = strategy, TimeLimit = TimeLimit };
        List<(long Seed, PlacementProblem Problem, string Fault)> disagreements = [];
        TimeSpan solving = TimeSpan.Zero;
        int optimal = 0;
        foreach ((long seed, PlacementProblem problem, OracleAnswer answer) in OracleRun.Problems)
        {
            long started = Stopwatch.GetTimestamp();
            PlacementResult result = solver.Solve(problem, options, TestContext.Current.CancellationToken);
            solving += Stopwatch.GetElapsedTime(started);
            if (result.Status == PlacementStatus.Optimal) optimal++;
            if (Disagreement(problem, answer, result) is { } fault) disagreements.Add((seed, problem, fault));
            if (disagreements.Count == DisagreementsMax) break;
        }

        output.WriteLine($"{OracleRun.Summary} {optimal} optimal, {solving.TotalSeconds:F1} s in the solver ({strategy}).");
        if (disagreements.Count > 0) Assert.Fail(Describe(disagreements));
    }

    private static string? Disagreement(PlacementProblem problem, OracleAnswer answer, PlacementResult result)
    {
        PlacementStatus expected = answer.IsFeasible ? PlacementStatus.Optimal : PlacementStatus.Infeasible;
        if (result.Status != expected) return $"status {result.Status}, the oracle says {expected} with {Text(answer)}";
        if (!answer.IsFeasible) return result.Plan is null ? null : "a plan of an infeasible order";
        if (result.Plan is not { } plan || result.Score is not { } score || result.Certificate is not { } certificate) return "no plan, score or certificate";
        if (certificate.Objective != answer.Objective) return $"objective {certificate.Objective}, the oracle finds {Text(answer)}";

        CheckReport report = PlanChecker.Check(problem, ClaimedPlan.Of(problem, plan, score, certificate));
        if (!report.IsValid) return string.Join(Environment.NewLine, report.Violations);
        if (problem.Order.Objective.Mode == ObjectiveMode.Weighted) return null;
        if (!certificate.Stages.Select(stage => stage.ValueMicros).SequenceEqual(answer.Values)) return $"stages {string.Join(", ", certificate.Stages)}, the oracle finds {Text(answer)}";
        long[] tuple = [.. problem.Order.Objective.Order.Select(term => score.Term(term.Term))];
        return tuple.SequenceEqual(answer.Tuple) ? null : $"terms {string.Join(", ", tuple)}, the oracle finds {Text(answer)}";
    }

    private static string Text(OracleAnswer answer) => answer.Best is null
        ? "no plan"
        : $"objective {answer.Objective}, stages ({string.Join(", ", answer.Values)}), terms ({string.Join(", ", answer.Tuple)}), " +
          $"{answer.FeasiblePlans} feasible plans, best {string.Join(", ", answer.Best.Lines)}";

    private static string Describe(List<(long Seed, PlacementProblem Problem, string Fault)> disagreements)
    {
        IEnumerable<string> all = disagreements.Select(each => $"seed {each.Seed}: {each.Fault}");
        (long seed, PlacementProblem problem, _) = disagreements.MinBy(each => BruteForce.CountPlans(each.Problem, new NaiveJudge(each.Problem)));
        return $"{string.Join(Environment.NewLine, all)}{Environment.NewLine}The smallest of them:{Environment.NewLine}{ProblemDump.Of(problem, seed)}";
    }
}
