using System.Collections.Immutable;

namespace Fulcrum.Contracts.Documents;

/// <summary>Allow and deny lists; an empty list demands nothing. Countries may be groups (EU, EEA).</summary>
[GenerateSerializer, Immutable, Alias("doc.placement")]
public sealed record PlacementRuleDocument
{
    /// <summary>Countries allowed.</summary>
    [Id(0)] public ImmutableArray<string> AllowedCountries { get; init; } = [];

    /// <summary>Countries denied.</summary>
    [Id(1)] public ImmutableArray<string> DeniedCountries { get; init; } = [];

    /// <summary>Providers allowed.</summary>
    [Id(2)] public ImmutableArray<string> AllowedProviders { get; init; } = [];

    /// <summary>Providers denied.</summary>
    [Id(3)] public ImmutableArray<string> DeniedProviders { get; init; } = [];

    /// <summary>Locations allowed.</summary>
    [Id(4)] public ImmutableArray<string> AllowedLocations { get; init; } = [];

    /// <summary>Locations denied.</summary>
    [Id(5)] public ImmutableArray<string> DeniedLocations { get; init; } = [];

    /// <summary>The only pool allowed.</summary>
    [Id(6)] public string? PinnedPoolId { get; init; }
}
