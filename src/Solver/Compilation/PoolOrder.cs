using Fulcrum.Solver.Exact;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Compilation;

/// <summary>The order in which equal pools are preferred.</summary>
internal static class PoolOrder
{
    /// <summary>Indices of the pools by a hash of (seed, pool id), so that neither names nor positions favour anybody.</summary>
    public static int[] Of(IReadOnlyList<ResourcePool> pools, long seed)
    {
        ulong[] hashes = new ulong[pools.Count];
        int[] order = new int[pools.Count];
        for (int pool = 0; pool < order.Length; pool++)
        {
            hashes[pool] = StableHash.Of(seed, pools[pool].Id);
            order[pool] = pool;
        }

        Array.Sort(hashes, order);
        return order;
    }
}
