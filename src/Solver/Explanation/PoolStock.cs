using System.Numerics;
using Fulcrum.Solver.Exact;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Explanation;

/// <summary>What pools have free of each resource class, computed when first asked for.</summary>
internal sealed class PoolStock(PlacementProblem problem)
{
    private readonly Dictionary<string, long[]> _free = new(StringComparer.Ordinal);

    /// <summary>Units of a class that a pool can still sell; 0 when it lacks the class.</summary>
    public long Free(int pool, string resourceClass)
    {
        if (!_free.TryGetValue(resourceClass, out long[]? free))
        {
            _free[resourceClass] = free = [.. problem.Pools.Select(each => each.Inventories.TryGetValue(resourceClass, out Inventory? inventory) ? Free(inventory) : 0)];
        }

        return free[pool];
    }

    /// <summary>Whether a replica may consume these amounts in a pool: each within the unit limits and a multiple of the step.</summary>
    public bool Admits(int pool, IReadOnlyDictionary<string, long> consumption) => consumption.All(entry =>
        problem.Pools[pool].Inventories.TryGetValue(entry.Key, out Inventory? inventory)
        && entry.Value >= inventory.MinUnit && entry.Value <= inventory.MaxUnit && entry.Value % inventory.StepSize == 0);

    /// <summary>Replicas that consume these amounts each and fit in a pool, at most <paramref name="most"/>.</summary>
    public int Replicas(int pool, IReadOnlyDictionary<string, long> consumption, int most) =>
        (int)consumption.Where(static entry => entry.Value > 0).Aggregate((long)most, (fit, entry) => Math.Min(fit, Free(pool, entry.Key) / entry.Value));

    private static long Free(Inventory inventory)
    {
        BigInteger installed = (BigInteger)inventory.Total - inventory.Reserved;
        BigInteger sellable = inventory.AllocationRatio == 1 ? installed : (Ratio.Of(installed) * Ratio.Of(inventory.AllocationRatio)).Floor();
        return (long)BigInteger.Clamp(BigInteger.Max(0, sellable) - inventory.Claimed, 0, long.MaxValue);
    }
}
