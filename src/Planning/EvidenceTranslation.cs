using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Planning;

/// <summary>Translates the evidence of a decision back into what it was decided on.</summary>
public static class EvidenceTranslation
{
    /// <summary>The part of the market that a plan uses, with what was claimed of it.</summary>
    public static MarketSnapshot ToSnapshot(FederationDocument federation, IEnumerable<PoolClaimsDocument> claims)
    {
        Dictionary<string, ProviderDocument> providers = federation.Providers.ToDictionary(static provider => provider.Id, StringComparer.Ordinal);
        Dictionary<string, PoolClaimsDocument> known = claims.ToDictionary(static pool => pool.ResourcePoolId, StringComparer.Ordinal);
        IEnumerable<PoolState> pools = federation.ResourcePools.Select(pool => ToState(pool, providers[pool.ProviderId], known.GetValueOrDefault(pool.Id)));
        return MarketTranslation.ToSnapshot(MarketPlaces.Of(federation.Locations, federation.Links), pools, federation.Providers);
    }

    private static PoolState ToState(ResourcePoolDocument pool, ProviderDocument provider, PoolClaimsDocument? claims) => claims is null
        ? new PoolState(pool, provider, SortedMap<long>.Empty, 0, 0)
        : new PoolState(pool, provider, claims.Claimed.Plus(claims.InFlight), claims.Generation, claims.ConfigVersion);
}
