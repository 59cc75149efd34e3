using Fulcrum.Solver.Model;

namespace Fulcrum.Benchmarks.Instances;

/// <summary>Turns a facility location into a placement problem.</summary>
/// <remarks>
/// A facility is a provider whose fee is the fixed cost, with one pool. A customer is an item that asks for load, and for one unit of a class of its
/// own: the pool's price book charges that class with what serving this customer costs there, and load with nothing.
/// </remarks>
internal static class CflpProblem
{
    /// <summary>Most replicas of an item of an order; a larger customer becomes several items.</summary>
    private const int ReplicasMax = 10_000;

    /// <summary>A customer is served by one facility: one replica that takes the whole demand.</summary>
    public static PlacementProblem SingleSource(CflpInstance instance) =>
        Of(instance, [.. Enumerable.Range(0, instance.Customers).Select(customer => new Share(customer, Replicas: 1, LoadPerReplica: instance.Demands[customer]))]);

    /// <summary>
    /// Demand may be split: one replica per unit of demand. Demands and capacities are whole, so that for any set of open facilities some best way to
    /// serve is in whole units (a transportation problem): nothing is lost. The price of a unit is rounded to a micro-EUR, which over all of an
    /// instance's units is less than 0.05 EUR in a million.
    /// </summary>
    public static PlacementProblem Splittable(CflpInstance instance) =>
        Of(instance, [.. Enumerable.Range(0, instance.Customers).SelectMany(customer => Shares(customer, instance.Demands[customer]))]);

    private static IEnumerable<Share> Shares(int customer, int demand)
    {
        for (int left = demand; left > 0; left -= ReplicasMax) yield return new Share(customer, Math.Min(left, ReplicasMax), LoadPerReplica: 1);
    }

    private static PlacementProblem Of(CflpInstance instance, IReadOnlyList<Share> shares) => OneCityMarket.Problem(
        instance.Name,
        [.. Enumerable.Range(0, instance.Facilities).Select(facility => OneCityMarket.Provider(facility, instance.FixedCosts[facility]))],
        [.. Enumerable.Range(0, instance.Facilities).Select(facility => Pool(instance, shares, facility))],
        [.. shares.Select(static (share, number) => Item(share, number))]);

    private static OrderItem Item(Share share, int number) => new()
    {
        Id = OneCityMarket.ClassOf(number),
        Quantity = share.Replicas,
        Resources = new Dictionary<string, long>(StringComparer.Ordinal) { [OneCityMarket.ClassOf(number)] = 1, [OneCityMarket.Load] = share.LoadPerReplica },
    };

    private static ResourcePool Pool(CflpInstance instance, IReadOnlyList<Share> shares, int facility)
    {
        Dictionary<string, Inventory> inventories = new(StringComparer.Ordinal) { [OneCityMarket.Load] = new() { Total = instance.Capacities[facility] } };
        Dictionary<string, decimal> prices = new(StringComparer.Ordinal) { [OneCityMarket.Load] = 0 };
        for (int number = 0; number < shares.Count; number++)
        {
            (int customer, int replicas, int load) = shares[number];
            inventories.Add(OneCityMarket.ClassOf(number), new Inventory { Total = replicas });
            prices.Add(OneCityMarket.ClassOf(number), OneCityMarket.PerHour(instance.Costs[facility][customer] * load / instance.Demands[customer]));
        }

        return new ResourcePool { Id = $"pool-{facility:D2}", Provider = facility, Location = 0, Inventories = inventories, PriceBook = prices };
    }

    /// <summary>A part of a customer's demand that becomes an item.</summary>
    private readonly record struct Share(int Customer, int Replicas, int LoadPerReplica);
}
