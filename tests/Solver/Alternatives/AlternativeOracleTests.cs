using Fulcrum.Solver.Alternatives;
using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Tests.Oracle;

namespace Fulcrum.Solver.Tests.Alternatives;

/// <summary>Alternatives, forced providers and corners are what enumeration of every plan finds.</summary>
public sealed class AlternativeOracleTests
{
    private const long Seed = 41_000_000;
    private const int Problems = 400;
    private const int Wanted = 4;

    private static readonly PlacementSolver Solver = new(TimeProvider.System);

    private static SolveOptions Options(SolveStrategy strategy) => new() { Strategy = strategy, TimeLimit = TimeSpan.FromMinutes(2) };

    private static IEnumerable<(long Seed, PlacementProblem Problem)> Generated =>
        Enumerable.Range(0, Problems).Select(static index => (Seed + index, ProblemGenerator.Generate(Seed + index)));

    [Theory]
    [InlineData(SolveStrategy.Pipeline)]
    [InlineData(SolveStrategy.Plain)]
    public void Alternatives_are_the_best_different_plans_by_enumeration(SolveStrategy strategy)
    {
        int compared = 0;
        foreach ((long seed, PlacementProblem problem) in Generated)
        {
            PlacementResult best = Solver.Solve(problem, Options(strategy), TestContext.Current.CancellationToken);
            if (best.Plan is null) continue;
            AlternativePlans found = new AlternativeSearch(Solver, TimeProvider.System).Find(problem, best.Plan, Wanted, Options(strategy), TestContext.Current.CancellationToken);
            found.IsComplete.ShouldBeTrue($"seed {seed}");
            PlacementResult[] plans = [best, .. found.Plans];
            Signatures(problem, plans).Distinct().Count().ShouldBe(plans.Length, $"seed {seed}");
            foreach (PlacementResult result in plans) PlanChecker.Check(problem, ClaimedPlan.Of(problem, result.Plan!, result.Score, result.Certificate)).Violations.ShouldBeEmpty($"seed {seed}");
            if (problem.Order.Objective.Mode == ObjectiveMode.Weighted) plans.Select(static result => result.Certificate!.Objective).ShouldBeInOrder();
            for (int rank = 1; rank <= Wanted; rank++)
            {
                HashSet<PlanSignature> before = [.. Signatures(problem, plans.Take(rank))];
                OracleAnswer expected = BruteForce.Solve(problem, plan => !before.Contains(PlanSignature.Of(problem, plan)));
                if (rank >= plans.Length)
                {
                    expected.IsFeasible.ShouldBeFalse($"seed {seed} has more than {plans.Length} different plans");
                    break;
                }

                plans[rank].Status.ShouldBe(PlacementStatus.Optimal, $"seed {seed}");
                plans[rank].Certificate!.Objective.ShouldBe(expected.Objective, $"seed {seed}, alternative {rank}");
                compared++;
            }
        }

        compared.ShouldBeGreaterThan(Problems);
    }

    [Theory]
    [InlineData(SolveStrategy.Pipeline)]
    [InlineData(SolveStrategy.Plain)]
    public void A_forced_provider_is_used_at_the_least_cost_by_enumeration(SolveStrategy strategy)
    {
        foreach ((long seed, PlacementProblem problem) in Generated)
        {
            ForcedProvider forced = new((int)(seed % problem.Order.Items.Count), (int)(seed % problem.Providers.Count));
            PlacementResult result = Solver.Solve(problem, Options(strategy) with { Forced = forced }, TestContext.Current.CancellationToken);
            OracleAnswer expected = BruteForce.Solve(problem, plan => plan.Lines.Any(line => line.Item == forced.Item && problem.Pools[line.Pool].Provider == forced.Provider));
            result.Status.ShouldBe(expected.IsFeasible ? PlacementStatus.Optimal : PlacementStatus.Infeasible, $"seed {seed}");
            result.Certificate?.Objective.ShouldBe(expected.Objective, $"seed {seed}");
        }
    }

    [Fact]
    public void The_frontier_has_the_corners_and_no_dominated_plan()
    {
        int points = 0;
        foreach ((long seed, PlacementProblem problem) in Generated.Take(Problems / 2))
        {
            Frontier found = new FrontierSearch(Solver, TimeProvider.System).Find(problem, FrontierSearch.StepsDefault, Options(SolveStrategy.Pipeline), TestContext.Current.CancellationToken);
            found.IsComplete.ShouldBeTrue($"seed {seed}");
            IReadOnlyList<FrontierPoint> frontier = found.Points;
            OracleAnswer any = BruteForce.Solve(problem);
            frontier.Count.ShouldBeGreaterThanOrEqualTo(any.IsFeasible ? 1 : 0, $"seed {seed}");
            if (!any.IsFeasible) continue;
            foreach (ObjectiveTerm term in Enum.GetValues<ObjectiveTerm>())
            {
                Objective only = new() { Mode = ObjectiveMode.Lexicographic, Order = [new LexicographicTerm(term, 0)] };
                OracleAnswer least = BruteForce.Solve(problem with { Order = problem.Order with { Objective = only } });
                frontier.Min(point => point.Score.Term(term)).ShouldBe((long)least.Objective, $"seed {seed}, {term}");
                frontier.Where(point => point.Score.Term(term) == least.Objective).ShouldBe(frontier.Where(point => point.Corners.Contains(term)), $"seed {seed}, {term}");
            }

            foreach (FrontierPoint point in frontier)
            {
                point.Result.Status.ShouldBe(PlacementStatus.Optimal, $"seed {seed}");
                if (point.Ceiling is { } ceiling) point.Score.Term(ceiling.Term).ShouldBeLessThanOrEqualTo(ceiling.MostMicros, $"seed {seed}");
                BruteForce.Solve(problem, plan => IsBetter(ScoreOf(problem, plan), point.Score)).IsFeasible.ShouldBeFalse($"seed {seed}");
                points++;
            }
        }

        points.ShouldBeGreaterThan(Problems / 2);
    }

    private static IEnumerable<PlanSignature> Signatures(PlacementProblem problem, IEnumerable<PlacementResult> results) =>
        results.Select(result => PlanSignature.Of(problem, result.Plan!));

    private static bool IsBetter(ScoreBreakdown one, ScoreBreakdown other) =>
        Enum.GetValues<ObjectiveTerm>().All(term => one.Term(term) <= other.Term(term)) && Enum.GetValues<ObjectiveTerm>().Any(term => one.Term(term) < other.Term(term));

    private static ScoreBreakdown ScoreOf(PlacementProblem problem, Plan plan) => PlanChecker.Evaluate(problem, plan).Score!;
}
