using System.Collections.Immutable;
using Fulcrum.Contracts.Pools;

namespace Fulcrum.Contracts.Capacity;

/// <summary>Latest summary of each pool hashed to it; what silos read to build their index. Key: <see cref="Identity.CapacityShardId.Key"/>.</summary>
[Alias("fulcrum.shard")]
public interface ICapacityShardGrain : IGrainWithStringKey
{
    /// <summary>Number of shards; pools are hashed to them.</summary>
    const int Count = 8;

    /// <summary>Takes summaries; older ones than those known are ignored. Returning is the acknowledgement.</summary>
    [Alias("publish")]
    Task PublishAsync(ImmutableArray<PoolSummary> summaries);

    /// <summary>Changes since a version; waits up to the time given when there are none.</summary>
    [Alias("read")]
    Task<ShardChanges> ReadAsync(ShardVersion? since, TimeSpan wait);
}
