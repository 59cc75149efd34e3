using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>What the generator promises: the same problem for a seed, few enough plans, and rules that decide.</summary>
public sealed class GeneratorTests(ITestOutputHelper output)
{
    private const int ProblemsExamined = 1_500;
    private const int DecidedLeast = 3;

    /// <summary>Every rule and every part of a term changes the answer of some problems when it alone is taken away.</summary>
    [Fact]
    public void Every_rule_decides_the_answer_of_some_problems()
    {
        Dictionary<string, int> decided = Ablations.All.ToDictionary(ablation => ablation.Name, _ => 0, StringComparer.Ordinal);
        int problems = 0;
        for (long seed = 1; seed <= ProblemsExamined; seed++)
        {
            PlacementProblem problem = ProblemGenerator.Generate(seed);
            OracleAnswer answer = BruteForce.Solve(problem);
            problems++;
            foreach (Ablation ablation in Ablations.All)
            {
                PlacementProblem changed = ablation.Apply(problem);
                if (changed != problem && Solve(changed) is { } without && !without.Equals(answer)) decided[ablation.Name]++;
            }
        }

        foreach ((string name, int count) in decided.OrderBy(entry => entry.Value)) output.WriteLine($"{count,5} of {problems}: {name}");
        decided.Where(entry => entry.Value < DecidedLeast).Select(entry => $"{entry.Key}: {entry.Value}").ShouldBeEmpty();
    }

    [Fact]
    public void A_seed_gives_the_same_problem_every_time()
    {
        for (long seed = 1; seed <= 50; seed++)
        {
            string first = ProblemDump.Of(ProblemGenerator.Generate(seed), seed);
            ProblemDump.Of(ProblemGenerator.Generate(seed), seed).ShouldBe(first);
        }
    }

    [Fact]
    public void No_problem_has_more_plans_than_can_be_enumerated()
    {
        foreach ((_, PlacementProblem problem, _) in OracleRun.Problems)
        {
            BruteForce.CountPlans(problem, new NaiveJudge(problem)).ShouldBeLessThanOrEqualTo(ProblemGenerator.PlansMax);
        }
    }

    private static OracleAnswer? Solve(PlacementProblem problem)
    {
        NaiveJudge judge = new(problem);
        return BruteForce.CountPlans(problem, judge) <= ProblemGenerator.PlansMax ? BruteForce.Solve(problem, judge) : null;
    }
}
