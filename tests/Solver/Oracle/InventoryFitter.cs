using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>Inventories that hold a planted plan exactly, or one unit less, in portions that just fit.</summary>
internal sealed class InventoryFitter(Prng random, PlantedPlan planted)
{
    public ResourcePool Fit(int index, ResourcePool pool)
    {
        Dictionary<string, Inventory> inventories = new(StringComparer.Ordinal);
        foreach ((string name, Inventory plenty) in pool.Inventories)
        {
            long[] portions = [.. planted.Lines
                .Where(line => line.Way.Pool == index && line.Way.Consumes.ContainsKey(name))
                .Select(line => line.Way.Consumes[name])];
            long needed = planted.Lines.Where(line => line.Way.Pool == index).Sum(line => line.Way.Consumes.GetValueOrDefault(name) * line.Count);
            inventories[name] = WithPortions(random.Percent(45) ? Scarce(needed) : plenty, portions);
        }

        return pool with { Inventories = inventories };
    }

    /// <summary>Just enough after what is reserved, multiplied, rounded down and claimed.</summary>
    private Inventory Scarce(long needed)
    {
        long wanted = Math.Max(0, needed + random.Pick(0, 0, 0, 0, 0, 0, 1, 3, -1));
        decimal ratio = random.Pick(1m, 1m, 1.5m, 2m, 0.9m, 1.3333333333m);
        long reserved = random.Pick(0, 0, 5);
        long claimed = random.Pick(0, 0, 7);
        long total = reserved + random.Pick(0, 0, 0, -2);
        while (total < reserved || decimal.Floor((total - reserved) * ratio) < wanted + claimed) total++;
        return new() { Total = total, Reserved = reserved, AllocationRatio = ratio, Claimed = claimed };
    }

    private Inventory WithPortions(Inventory inventory, long[] portions)
    {
        if (portions.Length == 0) portions = [random.Between(2, 4)];
        if (random.Percent(12)) inventory = inventory with { MinUnit = portions.Min() };
        if (random.Percent(12)) inventory = inventory with { MaxUnit = portions.Max() };
        if (random.Percent(10)) inventory = inventory with { StepSize = portions.Aggregate(Divisor) };
        return inventory;
    }

    private static long Divisor(long left, long right) => right == 0 ? left : Divisor(right, left % right);
}
