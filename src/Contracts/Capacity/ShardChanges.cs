using System.Collections.Immutable;
using Fulcrum.Contracts.Pools;

namespace Fulcrum.Contracts.Capacity;

/// <summary>What changed in a capacity shard.</summary>
[GenerateSerializer, Immutable, Alias("capacity.shard-changes")]
public sealed record ShardChanges
{
    /// <summary>Where the reader is after taking these changes.</summary>
    [Id(0)] public required ShardVersion Version { get; init; }

    /// <summary>Whether these are all pools of the shard: what is not among them is gone.</summary>
    [Id(1)] public bool Full { get; init; }

    /// <summary>Latest summaries of the pools that changed.</summary>
    [Id(2)] public ImmutableArray<PoolSummary> Pools { get; init; } = [];
}
