using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>Orders of many replicas in little room: what counting refuses has no plan, and mostly what has no plan is refused by counting.</summary>
public sealed class RoomCountTests(ITestOutputHelper output)
{
    private const int Problems = 250;
    private static readonly Domain[] Kinds = [Domain.Pool, Domain.Zone, Domain.Location, Domain.Country, Domain.Provider];

    [Fact]
    public void What_counting_refuses_has_no_plan()
    {
        (int refused, int infeasible) = (0, 0);
        for (int seed = 1; seed <= Problems; seed++)
        {
            PlacementProblem problem = Create(new Random(seed));
            PlacementResult counted = Solve(problem, PipelineStages.All);
            PlacementResult plain = Solve(problem, PipelineStages.None);
            counted.Status.ShouldBe(plain.Status, $"seed {seed}");
            if (plain.Status == PlacementStatus.Optimal) counted.Score!.PriceMicros.ShouldBe(plain.Score!.PriceMicros, $"seed {seed}");
            if (plain.Status == PlacementStatus.Infeasible) infeasible++;
            if (counted.Effects.Applied.HasFlag(PipelineStages.Counting)) refused++;
        }

        output.WriteLine($"{Problems} problems, {infeasible} without a plan, {refused} of them refused by counting.");
        infeasible.ShouldBeInRange(Problems / 5, Problems * 4 / 5);
        refused.ShouldBeGreaterThan(infeasible / 2);
    }

    private static PlacementResult Solve(PlacementProblem problem, PipelineStages stages) =>
        new PlacementSolver(TimeProvider.System).Solve(problem, new SolveOptions { Workers = 1, TimeLimit = TimeSpan.FromSeconds(60), Stages = stages }, TestContext.Current.CancellationToken);

    private static PlacementProblem Create(Random random)
    {
        Sketch sketch = new Sketch().Location("paris").Location("lyon", longitude: 4).Location("oslo", "NO", longitude: 10).Provider("a").Provider("b").Provider("c");
        foreach (int number in Enumerable.Range(0, random.Next(3, 7)))
        {
            sketch.Pool($"pool-{number}", Any(random, "a", "b", "c"), Any(random, "paris", "lyon", "oslo"), random.Next(1, 9) / 1000m, with: pool => pool with
            {
                Zone = Any(random, null, "1", "2"),
                Inventories = new Dictionary<string, Inventory> { ["vcpu"] = new() { Total = random.Next(5, 40) }, ["memoryMiB"] = new() { Total = random.Next(5, 40) } },
                PriceBook = random.Next(2) == 0 ? null : new Dictionary<string, decimal> { ["vcpu"] = random.Next(1, 9) / 1000m, ["memoryMiB"] = random.Next(1, 9) / 1000m },
                Offers = [.. Enumerable.Range(0, random.Next(0, 4)).Select(offer => new Offer(
                    $"offer-{offer}", new Dictionary<string, long> { ["vcpu"] = random.Next(1, 5), ["memoryMiB"] = random.Next(1, 5) }, random.Next(1, 9) / 1000m))],
            });
        }

        sketch.Item("vm", random.Next(17, 60), item => item with
        {
            Resources = new Dictionary<string, long> { ["vcpu"] = 1, ["memoryMiB"] = 1 },
            Spread = [.. Kinds.Where(_ => random.Next(4) == 0).Select(kind => new SpreadRule(kind, Max: random.Next(6, 30)))],
        });
        return (random.Next(3) == 0 ? sketch.Policy(policy => policy with { MaxProviders = random.Next(1, 3) }) : sketch).Build();
    }

    private static string Any(Random random, params string?[] values) => values[random.Next(values.Length)]!;
}
