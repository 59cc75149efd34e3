using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Markets;

/// <summary>A market as it is: its places and the latencies between them.</summary>
[GenerateSerializer, Immutable, Alias("markets.view")]
public sealed record MarketView
{
    /// <summary>Version; grows with every change.</summary>
    [Id(0)] public required long Version { get; init; }

    /// <summary>Currency.</summary>
    [Id(1)] public required string Currency { get; init; }

    /// <summary>Places by id, each with the market's version at its last change.</summary>
    [Id(2)] public SortedMap<PlacedLocation> Locations { get; init; } = [];

    /// <summary>Measured latencies.</summary>
    [Id(3)] public ImmutableArray<LinkDocument> Links { get; init; } = [];

    /// <summary>Version of the market when <see cref="Links"/> changed last; 0 when they never were given.</summary>
    [Id(4)] public long LinksVersion { get; init; }
}
