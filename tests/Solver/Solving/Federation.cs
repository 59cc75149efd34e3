using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>A large synthetic federation with an order whose items depend on each other.</summary>
internal static class Federation
{
    private const int Locations = 30;
    private const int PoolsPerProvider = 100;

    private static readonly string[] Countries = ["FR", "DE", "NL", "IT", "ES", "PL"];

    public static PlacementProblem Generate(int pools, int items, int seed)
    {
        Random random = new(seed);
        Location[] locations = [.. Enumerable.Range(0, Locations).Select(index =>
            new Location($"location-{index}", Countries[index % Countries.Length], 36 + (random.NextDouble() * 24), -8 + (random.NextDouble() * 33)))];
        int providers = Math.Max(2, pools / PoolsPerProvider);
        return new PlacementProblem
        {
            Market = new Market(locations, LatencyMatrix.Build(locations, [])),
            Providers = [.. Enumerable.Range(0, providers).Select(index => Provider(index, random))],
            Pools = [.. Enumerable.Range(0, pools).Select(index => Pool(index, providers, random))],
            Order = new Order { Id = $"order-{seed}", Items = [.. Enumerable.Range(0, items).Select(index => Item(index, random))], Relations = [.. Relations(items, random)] },
            DecidedAt = DateTimeOffset.UnixEpoch,
        };
    }

    private static Provider Provider(int index, Random random) => new()
    {
        Id = $"provider-{index}",
        FeePerOrderMicros = random.Next(40) * 1_000_000L,
        Egress = new EgressTariff(random.Next(5) * 0.005m, 100),
    };

    private static ResourcePool Pool(int index, int providers, Random random)
    {
        decimal factor = (decimal)random.Next(700, 1300) / 1000;
        return new ResourcePool
        {
            Id = $"pool-{index}",
            Provider = index % providers,
            Location = random.Next(Locations),
            Zone = $"zone-{index % 3}",
            Inventories = new Dictionary<string, Inventory> { ["vcpu"] = new() { Total = random.Next(8, 200) }, ["memoryMiB"] = new() { Total = random.Next(32, 800) * 1024L } },
            PriceBook = new Dictionary<string, decimal> { ["vcpu"] = 0.0065m * factor, ["memoryMiB"] = 0.0000021m * factor },
        };
    }

    private static OrderItem Item(int index, Random random) => new()
    {
        Id = $"item-{index}",
        Quantity = random.Next(1, 4),
        Resources = new Dictionary<string, long> { ["vcpu"] = random.Next(1, 9), ["memoryMiB"] = random.Next(2, 33) * 1024L },
        Users = [new UserGroup { Location = random.Next(Locations), EgressGiBMonthly = 50, ValuePerMsMicros = 300_000 }],
    };

    private static IEnumerable<Relation> Relations(int items, Random random) => Enumerable.Range(1, items - 1)
        .Select(index => new Relation { From = index, To = random.Next(index), ValuePerMsMicros = 500_000, TrafficGiBMonthly = 200 });
}
