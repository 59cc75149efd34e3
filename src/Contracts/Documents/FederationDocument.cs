using System.Collections.Immutable;

namespace Fulcrum.Contracts.Documents;

/// <summary>Everything a market knows, in one document.</summary>
[GenerateSerializer, Immutable, Alias("doc.federation")]
public sealed record FederationDocument
{
    /// <summary>The market's currency.</summary>
    [Id(0)] public string Currency { get; init; } = "EUR";

    /// <summary>Places.</summary>
    [Id(1)] public ImmutableArray<LocationDocument> Locations { get; init; } = [];

    /// <summary>Measured latencies between places.</summary>
    [Id(2)] public ImmutableArray<LinkDocument> Links { get; init; } = [];

    /// <summary>Members.</summary>
    [Id(3)] public ImmutableArray<ProviderDocument> Providers { get; init; } = [];

    /// <summary>What members can sell.</summary>
    [Id(4)] public ImmutableArray<ResourcePoolDocument> ResourcePools { get; init; } = [];
}
