using Fulcrum.Contracts.Documents;

namespace Fulcrum.Contracts.Reading;

/// <summary>The names that exist in a market.</summary>
/// <param name="Locations">Ids of locations.</param>
/// <param name="Providers">Ids of providers.</param>
/// <param name="ResourcePools">Ids of resource pools.</param>
public sealed record MarketDirectory(IReadOnlySet<string> Locations, IReadOnlySet<string> Providers, IReadOnlySet<string> ResourcePools)
{
    /// <summary>The names of a federation.</summary>
    public static MarketDirectory Of(FederationDocument federation) => new(
        Names(federation.Locations.Select(static location => location.Id)),
        Names(federation.Providers.Select(static provider => provider.Id)),
        Names(federation.ResourcePools.Select(static pool => pool.Id)));

    private static HashSet<string> Names(IEnumerable<string> names) => names.ToHashSet(StringComparer.Ordinal);
}
