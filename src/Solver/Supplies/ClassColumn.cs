using System.Numerics;
using Fulcrum.Solver.Exact;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Supplies;

/// <summary>One resource class over all pools.</summary>
internal sealed class ClassColumn
{
    /// <summary>Stands for a pool that lacks the class.</summary>
    public const int Absent = -1;

    private readonly int[] _limits;
    private readonly Interner<UnitLimits> _distinctLimits;

    private ClassColumn(int[] limits, long[] free, Interner<UnitLimits> distinctLimits, bool hasAbsent) =>
        (_limits, Free, _distinctLimits, HasAbsent) = (limits, free, distinctLimits, hasAbsent);

    /// <summary>Units that can still be sold, by pool; 0 where the pool lacks the class.</summary>
    public long[] Free { get; }

    /// <summary>Number of the unit limits, by pool; <see cref="Absent"/> where the pool lacks the class.</summary>
    public ReadOnlySpan<int> Limits => _limits;

    /// <summary>Whether some pool lacks the class.</summary>
    public bool HasAbsent { get; }

    /// <summary>The unit limits by number.</summary>
    public IReadOnlyList<UnitLimits> DistinctLimits => _distinctLimits.Values;

    /// <summary>Bytes that the column takes.</summary>
    public long Bytes => (long)Free.Length * (sizeof(long) + sizeof(int));

    /// <summary>Reads a class from every pool.</summary>
    public static ClassColumn Of(IReadOnlyList<ResourcePool> pools, string resourceClass)
    {
        int[] limits = new int[pools.Count];
        long[] free = new long[pools.Count];
        Interner<UnitLimits> distinct = new();
        for (int pool = 0; pool < free.Length; pool++)
        {
            limits[pool] = Absent;
            if (!pools[pool].Inventories.TryGetValue(resourceClass, out Inventory? inventory)) continue;
            limits[pool] = distinct[UnitLimits.Of(inventory)];
            free[pool] = FreeUnits(inventory);
        }

        return new ClassColumn(limits, free, distinct, limits.Contains(Absent));
    }

    /// <summary>The same column with other claims in some pools.</summary>
    public ClassColumn With(IReadOnlyList<ResourcePool> pools, string resourceClass, IReadOnlyCollection<int> changed)
    {
        long[] free = [.. Free];
        foreach (int pool in changed)
        {
            if (pools[pool].Inventories.TryGetValue(resourceClass, out Inventory? inventory)) free[pool] = FreeUnits(inventory);
        }

        return new ClassColumn(_limits, free, _distinctLimits, HasAbsent);
    }

    private static long FreeUnits(Inventory inventory)
    {
        if (inventory.AllocationRatio == 1) return FreeOfWhole(inventory);
        BigInteger sellable = (Ratio.Of((BigInteger)inventory.Total - inventory.Reserved) * Ratio.Of(inventory.AllocationRatio)).Floor();
        return (long)BigInteger.Min(long.MaxValue, BigInteger.Max(0, BigInteger.Max(0, sellable) - inventory.Claimed));
    }

    private static long FreeOfWhole(Inventory inventory)
    {
        Int128 free = Int128.Max(0, (Int128)inventory.Total - inventory.Reserved) - inventory.Claimed;
        return (long)Int128.Min(long.MaxValue, Int128.Max(0, free));
    }
}
