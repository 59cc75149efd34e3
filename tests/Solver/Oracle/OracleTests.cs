using System.Collections.Concurrent;
using System.Diagnostics;
using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>The solver finds what enumeration of every plan finds, and proves it: with all stages of the pipeline, and without any of them.</summary>
/// <remarks>
/// <c>FULCRUM_ORACLE_SEED</c> and <c>FULCRUM_ORACLE_COUNT</c> choose the problems; a disagreement names its seed, and a run with that seed and a count of 1 repeats it.
/// </remarks>
public sealed class OracleTests(ITestOutputHelper output)
{
    private const int DisagreementsMax = 20;
    private const int ProblemsLeast = 20_000;

    public static TheoryData<string> Configurations => [.. OracleConfiguration.All.Select(static configuration => configuration.Name)];

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Solver_and_oracle_agree(string configuration)
    {
        OracleConfiguration solved = OracleConfiguration.All.Single(each => each.Name == configuration);
        PlacementSolver solver = new(TimeProvider.System);
        ConcurrentQueue<(long Seed, PlacementProblem Problem, string Fault)> disagreements = [];
        int compared = 0, optimal = 0;
        long started = Stopwatch.GetTimestamp();
        Parallel.ForEach(solved.Problems, (judged, loop) =>
        {
            PlacementResult result = solver.Solve(judged.Problem, solved.OptionsFor(judged.Seed), TestContext.Current.CancellationToken);
            Interlocked.Increment(ref compared);
            if (result.Status == PlacementStatus.Optimal) Interlocked.Increment(ref optimal);
            if (Disagreement(judged.Problem, judged.Answer, result) is { } fault) disagreements.Enqueue((judged.Seed, judged.Problem, $"{fault} (stages {solved.OptionsFor(judged.Seed).Stages})"));
            if (disagreements.Count >= DisagreementsMax) loop.Stop();
        });

        output.WriteLine($"{OracleRun.Summary} {compared} compared, {optimal} optimal, {disagreements.Count} disagreements, {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s ({configuration}).");
        if (!disagreements.IsEmpty) Assert.Fail(Describe([.. disagreements]));
    }

    [Fact]
    public void The_run_is_as_large_as_promised()
    {
        OracleRun.CountDefault.ShouldBeGreaterThanOrEqualTo(ProblemsLeast);
        OracleConfiguration.All[0].Every.ShouldBe(1);
        OracleRun.Problems.Select(static judged => judged.Seed).Distinct().Count().ShouldBe(OracleRun.Count);
        foreach (JudgedProblem[] family in OracleRun.Problems.Chunk(ProblemFamily.Size)) family.Select(Anonymous).Distinct(StringComparer.Ordinal).Count().ShouldBe(family.Length, $"seed {family[0].Seed}");
    }

    private static string Anonymous(JudgedProblem judged) => ProblemDump.Of(judged.Problem with { Order = judged.Problem.Order with { Id = "any" } }, seed: 0);

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
