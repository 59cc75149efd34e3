using Fulcrum.Contracts.Pools;

namespace Fulcrum.Grains.Pools;

/// <summary>Takes every committed state of a pool: keeps the latest and repeats it to the shard until its generation is acknowledged.</summary>
public interface ISummarySink
{
    /// <summary>A state was committed. Returns at once.</summary>
    void Publish(PoolSummary summary);
}
