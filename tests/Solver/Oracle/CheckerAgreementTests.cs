using System.Diagnostics;
using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>Two implementations of the meaning of an order, written apart, say the same of every plan.</summary>
public sealed class CheckerAgreementTests(ITestOutputHelper output)
{
    private const int ProblemsWithDrawnPlans = 5_000;
    private const int DrawnPlans = 8;
    private const int ProblemsWithEveryPlan = 400;
    private const double EveryPlanMax = 1_000;

    [Fact]
    public void Checker_and_oracle_agree_on_plans_drawn_from_many_problems()
    {
        long started = Stopwatch.GetTimestamp();
        int feasible = 0;
        foreach ((long seed, PlacementProblem problem, OracleAnswer answer) in OracleRun.Problems.Take(ProblemsWithDrawnPlans))
        {
            NaiveJudge judge = new(problem);
            if (answer.Best is { } best)
            {
                feasible++;
                PlanChecker.Evaluate(problem, best).Violations.ShouldBeEmpty(ProblemDump.Of(problem, seed));
            }

            Prng random = new((ulong)seed);
            for (int drawn = 0; drawn < DrawnPlans; drawn++) Compare(seed, problem, judge, PlanSampler.Draw(judge, random));
        }

        output.WriteLine($"{OracleRun.Summary} All compared after {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s.");
        feasible.ShouldBeGreaterThan(Math.Min(OracleRun.Count, ProblemsWithDrawnPlans) / 2);
    }

    [Fact]
    public void Checker_and_oracle_agree_on_every_plan_of_a_sample_of_problems()
    {
        int plans = 0, feasible = 0;
        foreach ((long seed, PlacementProblem problem, _) in OracleRun.Problems.Take(ProblemsWithEveryPlan))
        {
            NaiveJudge judge = new(problem);
            if (PlanSampler.CountAll(judge) > EveryPlanMax) continue;
            foreach (int[][] counts in PlanSampler.All(judge))
            {
                plans++;
                if (Compare(seed, problem, judge, counts)) feasible++;
            }
        }

        output.WriteLine($"{plans} plans compared, {feasible} of them feasible.");
        plans.ShouldBeGreaterThan(0);
    }

    private static bool Compare(long seed, PlacementProblem problem, NaiveJudge judge, int[][] counts)
    {
        Worth? worth = judge.WorthOf(counts);
        bool feasible = worth is { } known && judge.IsFeasible(counts, known);
        Plan plan = BruteForce.PlanOf(judge, counts);
        CheckReport report = PlanChecker.Evaluate(problem, plan);
        if (report.IsValid != feasible || (report.Score is { } score ? Worth.Of(score) : null) != worth || !ItemsAddUp(report.Score))
        {
            string violations = string.Join(Environment.NewLine, report.Violations);
            Assert.Fail(
                $"Oracle: feasible {feasible}, {worth}. Checker: {report.Score}{Environment.NewLine}{violations}{Environment.NewLine}" +
                $"{string.Join(", ", plan.Lines)}{Environment.NewLine}{ProblemDump.Of(problem, seed)}");
        }

        return feasible;
    }

    private static bool ItemsAddUp(ScoreBreakdown? score) => score is null
        || (score.Items.Sum(item => item.ResourcesMicros) == score.ResourcesMicros
            && score.Items.Sum(item => item.LocalityMicros) == score.LocalityMicros
            && score.Items.Sum(item => item.SovereigntyMicros) == score.SovereigntyMicros);
}
