using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>A market and an order with everything that costs money, and no rule.</summary>
internal sealed class SkeletonGenerator(Prng random)
{
    private readonly bool _tiny = random.Percent(40);

    public PlacementProblem Generate(string id)
    {
        DateTimeOffset decidedAt = new(2026, 3, 1, random.Pick(0, 12, 23), 30, 0, TimeSpan.FromHours(random.Pick(0, 2, -3)));
        MarketGenerator generator = new(random, _tiny, decidedAt);
        Market market = generator.Market();
        int items = random.Pick(1, 2, 2, 2, 3, 4);
        int mostReplicas = items switch { 1 => 4, 2 => 4, 3 => 3, _ => 2 };
        Order order = new()
        {
            Id = id,
            Items = [.. Enumerable.Range(0, items).Select(index => WithUsers(generator.Item(index, mostReplicas), market))],
            Relations = [.. Relations(items)],
            Objective = ObjectiveGenerator.Generate(random),
        };
        Provider[] providers = [.. Enumerable.Range(0, random.Between(2, 4)).Select(generator.Provider)];
        List<ResourcePool> pools = [];
        for (int left = random.Between(3, 6); left > 0; left--) pools.Add(Pool(generator, pools, providers.Length, market.Locations.Count, order));
        return new() { Market = market, Providers = providers, Pools = pools, Order = order, DecidedAt = decidedAt };
    }

    /// <summary>Wishes for facts around those of the planted plan.</summary>
    public PlacementProblem WithPreferences(Edge edge) => edge.WithPolicy(policy => policy with
    {
        Preferences = [.. Enumerable.Range(0, random.Pick(0, 0, 0, 1, 2)).Select(_ =>
            new SovereigntyPreference(GateProposals.Wish(edge), _tiny ? random.Between(1, 40) : random.Between(1, 40) * 250_001))],
    });

    /// <summary>A pool somewhere, often beside the one before, so that zones are shared.</summary>
    private ResourcePool Pool(MarketGenerator generator, List<ResourcePool> others, int providers, int locations, Order order)
    {
        ResourcePool? neighbour = others.Count > 0 && random.Percent(30) ? others[^1] : null;
        return generator.Pool(
            others.Count, neighbour?.Provider ?? random.Between(0, providers - 1), neighbour?.Location ?? random.Between(0, locations - 1), order);
    }

    private OrderItem WithUsers(OrderItem item, Market market) => item with
    {
        Users = [.. Enumerable.Range(0, random.Pick(0, 0, 1, 1, 2)).Select(_ => new UserGroup
        {
            Location = random.Between(0, market.Locations.Count - 1),
            EgressGiBMonthly = Volume(),
            ValuePerMsMicros = Value(),
        })],
    };

    private IEnumerable<Relation> Relations(int items)
    {
        for (int relations = items == 1 ? 0 : random.Pick(0, 1, 1, 2); relations > 0; relations--)
        {
            int[] ends = random.Shuffled(Enumerable.Range(0, items));
            yield return new() { From = ends[0], To = ends[1], TrafficGiBMonthly = Volume(), ValuePerMsMicros = Value() };
        }
    }

    private decimal Volume()
    {
        if (random.Percent(40)) return 0;
        return _tiny ? random.Pick(0.001m, 0.0029296875m, 0.01m, 0.00390625m) : random.Pick(40m, 100m, 12.5m, 250.0004m);
    }

    private long Value()
    {
        if (random.Percent(45)) return 0;
        return _tiny ? random.Pick(1, 2, 3) : random.Pick(1, 3, 20, 80) * 1000;
    }
}
