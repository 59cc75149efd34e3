using System.Numerics;
using Fulcrum.Solver.Explanation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Batches;

/// <summary>What the plans of several orders consume of the same pools.</summary>
internal static class BatchCapacity
{
    /// <summary>Whether the plans of all orders fit at the same time.</summary>
    public static bool Fits(PlacementProblem market, IReadOnlyList<Order> orders, IReadOnlyList<PlacementResult> results)
    {
        PoolStock stock = new(market);
        return results.Zip(orders, (result, order) => result.Plan is { } plan ? Uses(market, order, plan) : [])
            .SelectMany(static uses => uses)
            .GroupBy(static use => (use.Pool, use.Class))
            .All(uses => uses.Aggregate(BigInteger.Zero, static (sum, use) => sum + use.Units) <= stock.Free(uses.Key.Pool, uses.Key.Class));
    }

    /// <summary>The market with a plan's consumption claimed.</summary>
    public static PlacementProblem Less(PlacementProblem market, Order order, Plan plan)
    {
        ILookup<int, (int Pool, string Class, long Units)> byPool = Uses(market, order, plan).ToLookup(static use => use.Pool);
        ResourcePool[] pools = [.. market.Pools.Select((pool, index) => byPool.Contains(index) ? Claimed(pool, byPool[index]) : pool)];
        bool isKnown = market.Supply is { } supply && ReferenceEquals(supply.Pools, market.Pools);
        return market with { Pools = pools, Supply = isKnown ? market.Supply!.With(pools, [.. byPool.Select(static uses => uses.Key)]) : null };
    }

    private static ResourcePool Claimed(ResourcePool pool, IEnumerable<(int Pool, string Class, long Units)> uses)
    {
        Dictionary<string, Inventory> inventories = pool.Inventories.ToDictionary(StringComparer.Ordinal);
        foreach ((_, string resourceClass, long units) in uses)
        {
            Inventory inventory = inventories[resourceClass];
            inventories[resourceClass] = inventory with { Claimed = inventory.Claimed + units };
        }

        return pool with { Inventories = inventories };
    }

    private static IEnumerable<(int Pool, string Class, long Units)> Uses(PlacementProblem market, Order order, Plan plan) => plan.Lines.SelectMany(line =>
        Consumption(market, order, line).Select(entry => (line.Pool, entry.Key, checked(entry.Value * line.Quantity))));

    private static IReadOnlyDictionary<string, long> Consumption(PlacementProblem market, Order order, PlanLine line) =>
        line.Offer == PlanLine.FreeForm ? order.Items[line.Item].Resources : market.Pools[line.Pool].Offers[line.Offer].Resources;
}
