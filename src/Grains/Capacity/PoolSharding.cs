using Fulcrum.Contracts.Capacity;
using Fulcrum.Contracts.Identity;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Capacity;

/// <summary>Which capacity shard a pool belongs to.</summary>
public static class PoolSharding
{
    /// <summary>The shard of a pool, the same on every silo.</summary>
    public static CapacityShardId ShardOf(ResourcePoolId pool) => new(StreamBucket.Of(pool.Key) % ICapacityShardGrain.Count);
}
