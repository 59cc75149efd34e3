using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>Small problems whose rules bind: a plan is planted first, then rules are added that it meets at the exact edge.</summary>
internal static class ProblemGenerator
{
    /// <summary>Most plans that a problem may have when everything had room.</summary>
    public const double PlansMax = 20_000;

    private const double PlansUsual = 1_500;

    /// <summary>The problem of a seed.</summary>
    public static PlacementProblem Generate(long seed)
    {
        Prng random = new(unchecked((ulong)seed * 0x9E3779B97F4A7C15));
        while (true)
        {
            double most = random.Percent(3) ? PlansMax : PlansUsual;
            if (Attempt(random, $"order-{seed}") is { } problem && IsEnumerable(problem, most)) return problem;
        }
    }

    private static bool IsEnumerable(PlacementProblem problem, double most) => BruteForce.CountPlans(problem, new NaiveJudge(problem)) <= most;

    private static PlacementProblem? Attempt(Prng random, string id)
    {
        bool tiny = random.Percent(40);
        PlacementProblem bare = Bare(random, id, tiny);
        NaiveJudge judge = new(bare);
        if (Plant(random, judge) is not { } counts || judge.WorthOf(counts) is not { } worth) return null;

        PlantedPlan planted = new(bare, judge, counts);
        PlacementFitter items = new(random, planted, tiny);
        InventoryFitter inventories = new(random, planted);
        Order order = bare.Order with
        {
            Items = [.. bare.Order.Items.Select((item, index) => items.Fit(index, item))],
            Relations = [.. new RelationFitter(random, planted, items).Fit()],
        };
        PlacementProblem problem = bare with { Order = order, Pools = [.. bare.Pools.Select((pool, index) => inventories.Fit(index, pool))] };
        worth = new NaiveJudge(problem).WorthOf(counts) ?? worth;
        return problem with { Order = order with { Policy = new PolicyFitter(random, new(problem, judge, counts), tiny).Fit(worth) } };
    }

    /// <summary>A market and an order without rules.</summary>
    private static PlacementProblem Bare(Prng random, string id, bool tiny)
    {
        DateTimeOffset decidedAt = new(2026, 3, 1, random.Pick(0, 12, 23), 30, 0, TimeSpan.FromHours(random.Pick(0, 2, -3)));
        MarketGenerator generator = new(random, tiny, decidedAt);
        Market market = generator.Market();
        int items = random.Pick(1, 1, 2, 2, 2, 3, 4);
        int mostReplicas = items switch { 1 => 4, 2 => 4, 3 => 3, _ => 2 };
        Order order = new()
        {
            Id = id,
            Items = [.. Enumerable.Range(0, items).Select(index => generator.Item(index, mostReplicas))],
            Objective = ObjectiveGenerator.Generate(random),
        };
        Provider[] providers = [.. Enumerable.Range(0, random.Between(1, 4)).Select(generator.Provider)];
        ResourcePool[] pools = [.. Enumerable.Range(0, random.Between(2, 6)).Select(index =>
            generator.Pool(index, random.Between(0, providers.Length - 1), random.Between(0, market.Locations.Count - 1), order))];
        return new() { Market = market, Providers = providers, Pools = pools, Order = order, DecidedAt = decidedAt };
    }

    /// <summary>Random counts over the ways allowed; often in few pools, so that affinity and shared egress occur.</summary>
    private static int[][]? Plant(Prng random, NaiveJudge judge)
    {
        int[][] counts = [.. judge.Ways.Select(ways => new int[ways.Length])];
        int? home = random.Percent(25) ? random.Between(0, 5) : null;
        for (int item = 0; item < counts.Length; item++)
        {
            int[] allowed = [.. Enumerable.Range(0, counts[item].Length).Where(way => judge.Ways[item][way].Allowed)];
            int[] atHome = [.. allowed.Where(way => judge.Ways[item][way].Pool == home)];
            int[] choice = random.Shuffled(atHome.Length > 0 ? atHome : allowed)[..];
            if (choice.Length == 0) return null;
            choice = choice[..Math.Min(choice.Length, random.Pick(1, 2, 3, 4))];
            foreach (int _ in Enumerable.Range(0, judge.QuantityOf(item))) counts[item][random.Pick(choice)]++;
        }

        return counts;
    }
}
