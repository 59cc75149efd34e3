using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Dividing;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>What is decided of many pools at once is what is decided of each by itself.</summary>
public sealed class ManyPoolsTests(ITestOutputHelper output)
{
    private const int Problems = 400;
    private const int PoolsMost = 150;
    private static readonly string[] Places = ["paris", "lyon", "oslo"];

    [Fact]
    public void A_way_stays_with_as_many_replicas_as_fit_and_goes_where_none_does()
    {
        for (int seed = 1; seed <= Problems; seed++)
        {
            PlacementProblem problem = Create(new Random(seed), egressMicros: 0);
            using ScreenedProblem screened = ScreenedProblem.Of(problem, seed: 1, isPruned: false);
            WayTable ways = screened.Items[0].Ways;
            (int, int, int)[] kept = [.. Enumerable.Range(0, ways.Count).Select(way => (ways.Pools[way], ways.Offers[way], ways.MostReplicas[way]))];
            kept.ShouldBe(Expected(problem), $"seed {seed}");
        }
    }

    [Fact]
    public void The_cheapest_way_for_all_replicas_costs_what_the_best_division_costs()
    {
        (int whole, int dearer) = (0, 0);
        for (int seed = 1; seed <= Problems; seed++)
        {
            PlacementProblem problem = Create(new Random(seed), egressMicros: 0);
            using ScreenedProblem screened = ScreenedProblem.Of(problem, seed: 1, isPruned: false);
            ScreenedItem item = screened.Items[0];
            if (item.Ways.Count == 0) continue;
            Weights weights = Weights.Of(problem.Order.Objective);
            using CostedWays ways = CostedWays.Of(screened, item, weights)!;
            using Division division = new(ways, weights, new ItemCaps(item.Definition), 1, int.MaxValue);
            (int way, long cost) = CheapestWay.Of(ways, weights)!.Value;
            long divided = division.Solve([]).Cost;
            cost.ShouldBeLessThanOrEqualTo(divided, $"seed {seed}");
            if (item.Ways.MostReplicas[way] >= item.Definition.Quantity) cost.ShouldBe(divided, $"seed {seed}");
            if (item.Ways.MostReplicas[way] >= item.Definition.Quantity) whole++;
            else if (divided > cost) dearer++;
        }

        output.WriteLine($"{Problems} problems: {whole} are not divided, for {dearer} the cheapest way has too little room.");
        whole.ShouldBeGreaterThan(Problems / 4);
        dearer.ShouldBeGreaterThan(Problems / 20);
    }

    [Fact]
    public void One_replica_goes_where_it_costs_least_with_what_is_charged_for_its_traffic()
    {
        for (int seed = 1; seed <= Problems; seed++)
        {
            PlacementProblem problem = Create(new Random(seed), egressMicros: 40);
            problem = problem with { Order = problem.Order with { Items = [problem.Order.Items[0] with { Quantity = 1 }] } };
            using ScreenedProblem screened = ScreenedProblem.Of(problem, seed: 1, isPruned: false);
            ScreenedItem item = screened.Items[0];
            if (item.Ways.Count == 0) continue;
            Weights weights = Weights.Of(problem.Order.Objective);
            using CostedWays ways = CostedWays.Of(screened, item, weights)!;
            long[] wholes = [.. Enumerable.Range(0, item.Ways.Count).Select(way => ways.Costs[way] + (weights.Price * Charged(screened, item, screened.Supply.Domains.ProviderOf[item.Ways.Pools[way]])))];
            (int way, long cost) = CheapestWay.Of(ways, weights)!.Value;
            (wholes[way], cost).ShouldBe((wholes.Min(), wholes.Min()), $"seed {seed}");
            ulong[] ranks = [.. Enumerable.Range(0, wholes.Length).Where(other => wholes[other] == cost).Select(other => screened.RankOf(item.Ways.Pools[other]))];
            screened.RankOf(item.Ways.Pools[way]).ShouldBe(ranks.Min(), $"seed {seed}");
        }
    }

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(1, 1, false)]
    [InlineData(1, 2, true)]
    [InlineData(1, 2, false)]
    [InlineData(2, 1, true)]
    [InlineData(2, 1, false)]
    public void Charges_without_a_weight_are_not_computed_however_large(int items, int quantity, bool isNearFirst)
    {
        Sketch sketch = new Sketch().Location("near").Location("far", longitude: 40)
            .Provider("a").Provider("b", static provider => provider with { Egress = new EgressTariff(1_000_000m, 0) });
        Sketch A(Sketch of) => of.Pool("a-near", "a", "near", vcpus: 2);
        Sketch B(Sketch of) => of.Pool("b-far", "b", "far");
        sketch = isNearFirst ? B(A(sketch)) : A(B(sketch));
        UserGroup users = sketch.Users("near") with { EgressGiBMonthly = 10_000_000, ValuePerMsMicros = 10_000 };
        foreach (int number in Enumerable.Range(0, items)) sketch.Item($"item-{number}", quantity, item => item with { Users = [users] });
        PlacementProblem problem = sketch.Minimise(new Objective { PriceWeightThousandths = 0, LocalityWeightThousandths = 1_000 }).Build();
        using ScreenedProblem screened = ScreenedProblem.Of(problem, seed: 1, isPruned: false);
        foreach (ScreenedItem item in screened.Items)
        {
            ItemDivision.Found found = ItemDivision.Of(screened, item, Weights.Of(problem.Order.Objective), (0, int.MaxValue))!.Value;
            found.Ways.Select(way => problem.Pools[item.Ways.Pools[way]].Id).ShouldAllBe(static pool => pool == "a-near");
            using CostedWays ways = CostedWays.Of(screened, item, Weights.Of(problem.Order.Objective))!;
            using Division division = new(ways, Weights.Of(problem.Order.Objective), new ItemCaps(item.Definition), 1, int.MaxValue);
            division.Solve([]).Cost.ShouldBe(found.Cost);
        }
    }

    [Fact]
    public void Room_beyond_64_bits_is_counted_by_the_way()
    {
        PlacementProblem problem = new Sketch().Location("paris").Provider("a").Pool("p", "a", "paris", with: static pool => pool with
        {
            Inventories = new Dictionary<string, Inventory> { ["vcpu"] = new() { Total = long.MaxValue } },
            PriceBook = null,
            Offers = [new Offer("huge", new Dictionary<string, long> { ["vcpu"] = (1L << 62) + 1 }, 0.001m)],
        }).Item("vm", 2).Build();
        using ScreenedProblem screened = ScreenedProblem.Of(problem, seed: 1, isPruned: false);
        screened.Items[0].Ways.MostReplicas.ToArray().ShouldBe([1]);
    }

    private static long Charged(ScreenedProblem problem, ScreenedItem item, int provider) =>
        problem.Supply.Charges.FeesMicros[provider] + (long)(problem.Egress[provider]?.CostMicros(item.UserTrafficMiB) ?? 0);

    /// <summary>The ways of all pools by the words of the rules, pool by pool.</summary>
    private static IEnumerable<(int Pool, int Offer, int Most)> Expected(PlacementProblem problem)
    {
        OrderItem item = problem.Order.Items[0];
        for (int pool = 0; pool < problem.Pools.Count; pool++)
        {
            ResourcePool of = problem.Pools[pool];
            if (of.Status != LifecycleStatus.Active) continue;
            for (int offer = 0; offer < of.Offers.Count; offer++)
            {
                if (item.Resources.All(demanded => of.Offers[offer].Resources.TryGetValue(demanded.Key, out long amount) && amount >= demanded.Value)
                    && Most(of, of.Offers[offer].Resources, item.Quantity) is > 0 and int fit) yield return (pool, offer, fit);
            }

            if (of.PriceBook is { } book && item.Resources.Keys.All(book.ContainsKey) && Most(of, item.Resources, item.Quantity) is > 0 and int free) yield return (pool, WayTable.FreeForm, free);
        }
    }

    private static int Most(ResourcePool pool, IReadOnlyDictionary<string, long> shape, int quantity) =>
        (int)shape.Min(taken => Math.Min(quantity, Math.Max(0, pool.Inventories[taken.Key].Total - pool.Inventories[taken.Key].Claimed) / taken.Value));

    /// <summary>Pools in a row that are mostly ample; some have little left, some are no candidates, some sell by the book, some by offers, some both.</summary>
    private static PlacementProblem Create(Random random, int egressMicros)
    {
        bool hasOffers = random.Next(2) == 0;
        int scarcePercent = random.Next(3) * 35;
        Sketch sketch = new Sketch().Location("paris").Location("lyon", longitude: 4).Location("oslo", "NO", longitude: 10);
        foreach (int number in Enumerable.Range(0, 9))
        {
            sketch.Provider($"provider-{number}", provider => provider with
            {
                FeePerOrderMicros = random.Next(4) * 400_000,
                Egress = egressMicros == 0 ? null : new EgressTariff(random.Next(egressMicros) / 1000m, random.Next(3) * 5),
            });
        }

        foreach (int number in Enumerable.Range(0, random.Next(1, PoolsMost)))
        {
            bool isScarce = random.Next(100) < scarcePercent;
            sketch.Pool($"pool-{number}", $"provider-{random.Next(9)}", Places[random.Next(Places.Length)], with: pool => pool with
            {
                Status = random.Next(12) == 0 ? LifecycleStatus.Draining : LifecycleStatus.Active,
                Inventories = new Dictionary<string, Inventory>
                {
                    ["vcpu"] = new() { Total = 900, Claimed = isScarce ? 900 - random.Next(12) : random.Next(500) },
                    ["memoryMiB"] = new() { Total = 900, Claimed = isScarce ? random.Next(900) : random.Next(500) },
                },
                PriceBook = hasOffers && random.Next(2) == 0 ? null : new Dictionary<string, decimal> { ["vcpu"] = random.Next(1, 9) / 1000m, ["memoryMiB"] = random.Next(1, 9) / 1000m },
                Offers = !hasOffers ? [] : [.. Enumerable.Range(0, random.Next(0, 4)).Select(offer => new Offer(
                    $"offer-{offer}", new Dictionary<string, long> { ["vcpu"] = random.Next(1, 9), ["memoryMiB"] = random.Next(1, 9) }, random.Next(1, 9) / 1000m))],
            });
        }

        UserGroup users = sketch.Users("oslo") with { EgressGiBMonthly = egressMicros == 0 ? 0 : random.Next(60), ValuePerMsMicros = random.Next(2) * 10_000 };
        return sketch.Item("vm", random.Next(1, 9), item => item with
        {
            Resources = new Dictionary<string, long> { ["vcpu"] = random.Next(1, 5), ["memoryMiB"] = random.Next(1, 5) },
            Users = [users],
        }).Build();
    }
}
