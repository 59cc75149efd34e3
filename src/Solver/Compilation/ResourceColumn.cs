using System.Numerics;
using Fulcrum.Solver.Exact;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Compilation;

/// <summary>One resource class over all pools.</summary>
internal sealed class ResourceColumn
{
    private readonly Inventory?[] _inventories;
    private readonly long[] _free;

    /// <summary>Reads the class from every pool.</summary>
    public ResourceColumn(IReadOnlyList<ResourcePool> pools, string resourceClass)
    {
        _inventories = new Inventory?[pools.Count];
        _free = new long[pools.Count];
        for (int pool = 0; pool < _free.Length; pool++)
        {
            if (!pools[pool].Inventories.TryGetValue(resourceClass, out Inventory? inventory)) continue;
            _inventories[pool] = inventory;
            _free[pool] = FreeUnits(inventory);
        }
    }

    /// <summary>Units that can still be sold; 0 when the pool lacks the class.</summary>
    public long Free(int pool) => _free[pool];

    /// <summary>Whether the pool has the class at all.</summary>
    public bool Has(int pool) => _inventories[pool] is not null;

    /// <summary>Whether a replica may consume this amount: within the unit limits and a multiple of the step.</summary>
    public bool Admits(int pool, long amount) => _inventories[pool] is { } inventory
        && amount >= inventory.MinUnit && amount <= inventory.MaxUnit && amount % inventory.StepSize == 0;

    private static long FreeUnits(Inventory inventory)
    {
        BigInteger sellable = inventory.AllocationRatio == 1
            ? (BigInteger)inventory.Total - inventory.Reserved
            : (Ratio.Of((BigInteger)inventory.Total - inventory.Reserved) * Ratio.Of(inventory.AllocationRatio)).Floor();
        BigInteger free = BigInteger.Max(0, sellable) - inventory.Claimed;
        return (long)BigInteger.Min(long.MaxValue, BigInteger.Max(0, free));
    }
}
