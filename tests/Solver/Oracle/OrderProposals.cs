using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>Rules over the order and the state of pools that a planted plan meets at the edge: providers, budget, capacity, portions, status.</summary>
internal static class OrderProposals
{
    public static IReadOnlyList<Func<Edge, PlacementProblem?>> All { get; } =
    [
        edge => edge.WithPolicy(policy => policy with { MinProviders = edge.Planted.Providers().Length + edge.Slip }),
        edge => edge.WithPolicy(policy => policy with { MaxProviders = Math.Max(1, edge.Planted.Providers().Length - edge.Slip) }),
        edge => edge.WithPolicy(policy => policy with { MaxProviders = Math.Max(1, edge.Planted.Providers().Length - edge.Slip) }),
        ProviderShare,
        edge => edge.WithPolicy(policy => policy with { BudgetMicros = Math.Max(0, edge.Price - edge.Slip) }),
        edge => edge.WithPolicy(policy => policy with { BudgetMicros = Math.Max(0, edge.Price - edge.Slip) }),
        Capacity,
        Capacity,
        edge => Portion(edge, (inventory, portions) => inventory with { MinUnit = portions.Min() + edge.Slip }),
        edge => Portion(edge, (inventory, portions) => inventory with { MaxUnit = Math.Max(1, portions.Max() - edge.Slip) }),
        edge => Portion(edge, (inventory, portions) => inventory with { StepSize = portions.Aggregate(Divisor) }),
        edge => Unused(edge, pool => pool with { Status = edge.Random.Pick(LifecycleStatus.Draining, LifecycleStatus.Suspended) }),
        edge => Unused(edge, pool => pool with { Inventories = Without(pool.Inventories, edge.Random.Pick(Names.Classes)) }),
        edge => edge.WithProviders((index, provider) => edge.Planted.Providers().Contains(index) || edge.Random.Percent(40)
            ? provider
            : provider with { Status = edge.Random.Pick(LifecycleStatus.Draining, LifecycleStatus.Suspended) }),
    ];

    /// <summary>The least share in millionths that the plan meets.</summary>
    private static PlacementProblem? ProviderShare(Edge edge)
    {
        long all = edge.Planted.Lines.Sum(line => line.Way.Price!.Value * line.Count);
        if (all == 0) return null;
        long most = edge.Planted.Lines
            .GroupBy(line => edge.Problem.Pools[line.Way.Pool].Provider, line => line.Way.Price!.Value * line.Count)
            .Max(prices => prices.Sum());
        Int128 share = (((Int128)most * 1_000_000) + all - 1) / all;
        return edge.WithPolicy(policy => policy with { MaxProviderShareMillionths = (int)share - edge.Slip });
    }

    /// <summary>Just enough of a class after what is reserved, multiplied, rounded down and claimed.</summary>
    private static PlacementProblem? Capacity(Edge edge)
    {
        Prng random = edge.Random;
        int pool = random.Between(0, edge.Problem.Pools.Count - 1);
        string name = random.Pick("vcpu", "memoryMiB", "diskGiB");
        if (!edge.Problem.Pools[pool].Inventories.TryGetValue(name, out Inventory? inventory)) return null;
        long needed = edge.Planted.Lines.Where(line => line.Way.Pool == pool).Sum(line => line.Way.Consumes.GetValueOrDefault(name) * line.Count);
        long wanted = Math.Max(0, needed + random.Pick(0, 0, 0, 1, 3) - edge.Slip);
        if (needed == 0) wanted = random.Between(0, 6);
        decimal ratio = random.Pick(1m, 1m, 1.5m, 2m, 0.9m, 1.3333333333m);
        long reserved = random.Pick(0, 0, 5);
        long claimed = random.Pick(0, 0, 7);
        long total = wanted == 0 ? Math.Max(0, reserved - random.Between(0, 2)) : reserved;
        while (wanted > 0 && decimal.Floor((total - reserved) * ratio) < wanted + claimed) total++;
        Inventory scarce = inventory with { Total = total, Reserved = reserved, AllocationRatio = ratio, Claimed = claimed };
        return edge.WithPool(pool, each => each with { Inventories = With(each.Inventories, name, scarce) });
    }

    private static PlacementProblem? Portion(Edge edge, Func<Inventory, long[], Inventory> change)
    {
        int pool = edge.Random.Between(0, edge.Problem.Pools.Count - 1);
        string name = edge.Random.Pick(Names.Classes);
        if (!edge.Problem.Pools[pool].Inventories.TryGetValue(name, out Inventory? inventory)) return null;
        long[] portions = [.. edge.Planted.Lines
            .Where(line => line.Way.Pool == pool && line.Way.Consumes.ContainsKey(name))
            .Select(line => line.Way.Consumes[name])];
        if (portions.Length == 0) portions = [edge.Random.Between(2, 4)];
        Inventory changed = change(inventory, portions);
        return edge.WithPool(pool, each => each with { Inventories = With(each.Inventories, name, changed) });
    }

    private static PlacementProblem? Unused(Edge edge, Func<ResourcePool, ResourcePool> change)
    {
        int[] unused = [.. Enumerable.Range(0, edge.Problem.Pools.Count).Except(edge.Planted.Pools())];
        return unused.Length == 0 ? null : edge.WithPool(edge.Random.Pick<int>(unused), change);
    }

    private static Dictionary<string, Inventory> With(IReadOnlyDictionary<string, Inventory> inventories, string name, Inventory inventory) =>
        new(inventories, StringComparer.Ordinal) { [name] = inventory };

    private static Dictionary<string, Inventory> Without(IReadOnlyDictionary<string, Inventory> inventories, string name) =>
        inventories.Where(entry => entry.Key != name).ToDictionary(StringComparer.Ordinal);

    private static long Divisor(long left, long right) => right == 0 ? left : Divisor(right, left % right);
}
