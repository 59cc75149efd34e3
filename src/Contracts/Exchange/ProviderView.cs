using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;

namespace Fulcrum.Contracts.Exchange;

/// <summary>A provider as it is.</summary>
[GenerateSerializer, Immutable, Alias("exchange.provider")]
public sealed record ProviderView
{
    /// <summary>The provider.</summary>
    [Id(0)] public required ProviderDocument Provider { get; init; }

    /// <summary>Grows with every change.</summary>
    [Id(1)] public required long Version { get; init; }

    /// <summary>Its pools.</summary>
    [Id(2)] public ImmutableArray<string> ResourcePoolIds { get; init; } = [];

    /// <summary>Pools that have not yet acknowledged the present version.</summary>
    [Id(3)] public long PendingPools { get; init; }

    /// <summary>Allocations in its pools that do not meet the gate of their order any more, as pools have last reported to the silo that answers.</summary>
    [Id(4)] public long DriftedAllocations { get; init; }
}
