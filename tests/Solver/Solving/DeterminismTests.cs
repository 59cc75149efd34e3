using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>Seeds, ties, repeatability and the identity of a problem.</summary>
public sealed class DeterminismTests
{
    private static readonly PlacementSolver Solver = new(TimeProvider.System);

    private static Sketch Twelve() => Enumerable.Range(0, 12)
        .Aggregate(new Sketch().Location("paris").Provider("a"), (sketch, index) => sketch.Pool($"pool-{index}", "a", "paris")).Item("web");

    private static string Plan(PlacementProblem problem, SolveStrategy strategy, long seed) =>
        Solver.Solve(problem, new SolveOptions { Strategy = strategy, Seed = seed, TimeLimit = TimeSpan.FromMinutes(1) }).Plan!.Describe(problem);

    [Theory]
    [InlineData(SolveStrategy.Plain)]
    [InlineData(SolveStrategy.Pipeline)]
    public void Ties_fall_differently_for_different_seeds_and_equally_for_equal_ones(SolveStrategy strategy)
    {
        PlacementProblem problem = Twelve().Build();
        string[] plans = [.. Enumerable.Range(0, 20).Select(seed => Plan(problem, strategy, seed))];
        plans.Distinct().Count().ShouldBeGreaterThan(3);
        plans.ShouldBe(Enumerable.Range(0, 20).Select(seed => Plan(problem, strategy, seed)));
    }

    [Theory]
    [InlineData(SolveStrategy.Plain)]
    [InlineData(SolveStrategy.Pipeline)]
    public void The_order_of_the_pools_does_not_matter(SolveStrategy strategy)
    {
        PlacementProblem problem = Twelve().Build();
        PlacementProblem reversed = problem with { Pools = [.. problem.Pools.Reverse()] };
        for (long seed = 0; seed < 10; seed++) Plan(reversed, strategy, seed).ShouldBe(Plan(problem, strategy, seed));
    }

    [Fact]
    public void The_seed_is_derived_from_the_order_when_none_is_given()
    {
        PlacementProblem problem = Twelve().Build();
        long derived = problem.Solve().Certificate!.Seed;
        derived.ShouldBe(problem.Solve().Certificate!.Seed);
        derived.ShouldBeInRange(0, 1L << 53);
        (problem with { Order = problem.Order with { Id = "another" } }).Solve().Certificate!.Seed.ShouldNotBe(derived);
    }

    [Fact]
    public void A_deterministic_solve_that_runs_out_repeats_itself()
    {
        PlacementProblem problem = Federation.Generate(300, 5, 7);
        SolveOptions options = new() { Deterministic = true, DeterministicLimit = 0.2, Workers = 2, Seed = 3 };
        PlacementResult first = Solver.Solve(problem, options, TestContext.Current.CancellationToken);
        PlacementResult second = Solver.Solve(problem, options, TestContext.Current.CancellationToken);
        second.Plan?.Lines.ShouldBe(first.Plan!.Lines);
        second.Certificate?.Bound.ShouldBe(first.Certificate!.Bound);
    }

    [Fact]
    public void A_deterministic_strict_order_that_runs_out_repeats_itself()
    {
        PlacementProblem problem = Federation.Generate(300, 5, 7);
        LexicographicTerm[] terms = [new(ObjectiveTerm.Locality, 0.1m), new(ObjectiveTerm.Price, 0)];
        problem = problem with { Order = problem.Order with { Objective = new Objective { Mode = ObjectiveMode.Lexicographic, Order = terms } } };
        SolveOptions options = new() { Deterministic = true, DeterministicLimit = 0.2, Workers = 2, Seed = 3 };
        PlacementResult first = Solver.Solve(problem, options, TestContext.Current.CancellationToken);
        PlacementResult second = Solver.Solve(problem, options, TestContext.Current.CancellationToken);
        second.Plan!.Lines.ShouldBe(first.Plan!.Lines);
        second.Certificate!.Stages.ShouldBe(first.Certificate!.Stages);
    }

    [Fact]
    public void The_hash_of_a_problem_is_of_its_meaning()
    {
        PlacementProblem problem = Twelve().Build();
        string hash = Hash(problem);
        hash.Length.ShouldBe(64);
        Hash(Twelve().Build()).ShouldBe(hash);
        Hash(Twelve().At(problem.DecidedAt.ToOffset(TimeSpan.FromHours(2))).Build()).ShouldBe(hash);
        Hash(Twelve().At(problem.DecidedAt.AddTicks(1)).Build()).ShouldNotBe(hash);
        Hash(Twelve().Policy(policy => policy with { MaxProviders = 3 }).Build()).ShouldNotBe(hash);
        Hash(problem with { Pools = [problem.Pools[0] with { Generation = 1 }, .. problem.Pools.Skip(1)] }).ShouldNotBe(hash);
        Hash(problem with { Pools = [problem.Pools[0] with { PriceBook = new Dictionary<string, decimal> { ["vcpu"] = 0.00100m } }, .. problem.Pools.Skip(1)] }).ShouldBe(hash);
    }

    private static string Hash(PlacementProblem problem) => problem.Solve().Certificate!.ProblemHash;
}
