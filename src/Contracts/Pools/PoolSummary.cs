using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Pools;

/// <summary>Everything others know of a pool: configuration, facts and what is claimed. From committed state only.</summary>
[GenerateSerializer, Immutable, Alias("pools.summary")]
public sealed record PoolSummary
{
    /// <summary>The pool.</summary>
    [Id(0)] public required ResourcePoolDocument Pool { get; init; }

    /// <summary>Its provider; absent until the provider has told.</summary>
    [Id(1)] public ProviderDocument? Provider { get; init; }

    /// <summary>Version of the provider.</summary>
    [Id(2)] public long ProviderVersion { get; init; }

    /// <summary>Version of inventories, offers, prices, traits, status and of the provider's facts and fees.</summary>
    [Id(3)] public required long ConfigVersion { get; init; }

    /// <summary>Version of the ledger; grows with every change.</summary>
    [Id(4)] public required long Generation { get; init; }

    /// <summary>What can be sold in all, per class.</summary>
    [Id(5)] public SortedMap<long> Sellable { get; init; } = [];

    /// <summary>What is held, per class.</summary>
    [Id(6)] public SortedMap<long> Held { get; init; } = [];

    /// <summary>What is allocated, per class.</summary>
    [Id(7)] public SortedMap<long> Allocated { get; init; } = [];

    /// <summary>Classes of which more is claimed than can be sold.</summary>
    [Id(8)] public ImmutableArray<string> Overcommitted { get; init; } = [];

    /// <summary>Holds.</summary>
    [Id(9)] public long Holds { get; init; }

    /// <summary>Allocations.</summary>
    [Id(10)] public long Allocations { get; init; }

    /// <summary>Whether the pool is off the market.</summary>
    [Id(11)] public bool Retired { get; init; }

    /// <summary>Allocations that do not meet the gate of their order any more.</summary>
    [Id(12)] public long Drifted { get; init; }
}
