using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Solver.Model;

namespace Fulcrum.Planning;

/// <summary>Translates valid documents about a market into what problems are made of.</summary>
public static class MarketTranslation
{
    /// <summary>Translates a federation in which nothing is claimed.</summary>
    public static MarketSnapshot ToSnapshot(FederationDocument federation)
    {
        Dictionary<string, ProviderDocument> providers = federation.Providers.ToDictionary(static provider => provider.Id, StringComparer.Ordinal);
        IEnumerable<PoolState> pools = federation.ResourcePools.Select(pool => new PoolState(pool, providers[pool.ProviderId], [], 0, 0));
        return ToSnapshot(MarketPlaces.Of(federation.Locations, federation.Links), pools, federation.Providers);
    }

    /// <summary>Translates pools as they stand.</summary>
    /// <param name="places">Locations and latencies.</param>
    /// <param name="pools">Pools, each with its provider; where pools bring different documents of one provider, the first counts.</param>
    /// <param name="idle">Further members, which need not have a pool.</param>
    public static MarketSnapshot ToSnapshot(MarketPlaces places, IEnumerable<PoolState> pools, IEnumerable<ProviderDocument>? idle = null)
    {
        List<Provider> providers = [];
        Dictionary<string, int> indices = new(StringComparer.Ordinal);
        List<ResourcePool> translated = [.. pools.Select(pool => ToPool(pool, IndexOf(pool.Provider), places.IndexOf(pool.Document.LocationId)))];
        foreach (ProviderDocument provider in idle ?? []) IndexOf(provider);
        return new MarketSnapshot(places, providers, translated);

        int IndexOf(ProviderDocument provider)
        {
            if (indices.TryGetValue(provider.Id, out int index)) return index;
            indices.Add(provider.Id, providers.Count);
            providers.Add(ToProvider(provider));
            return providers.Count - 1;
        }
    }

    /// <summary>Translates a provider.</summary>
    public static Provider ToProvider(ProviderDocument provider) => new()
    {
        Id = provider.Id,
        Status = (Solver.Model.LifecycleStatus)provider.Status,
        Facts = FactTranslation.ToFacts(provider.Sovereignty),
        FeePerOrderMicros = Units.ToMicros(provider.FeePerOrderMonthly),
        Egress = provider.Egress is { } egress ? new EgressTariff(egress.PricePerGiB, egress.FreeGiBMonthly) : null,
    };

    /// <summary>Translates a pool as it stands.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="provider">Index of its provider.</param>
    /// <param name="location">Index of its location.</param>
    public static ResourcePool ToPool(PoolState pool, int provider, int location) => new()
    {
        Id = pool.Document.Id,
        Provider = provider,
        Location = location,
        Zone = pool.Document.Zone,
        Status = (Solver.Model.LifecycleStatus)pool.Document.Status,
        Traits = pool.Document.Traits.ToHashSet(StringComparer.Ordinal),
        Override = FactTranslation.ToOverride(pool.Document.Sovereignty),
        Inventories = pool.Document.Inventories.ToDictionary(
            static entry => entry.Key, entry => ToInventory(entry.Value, pool.Claimed.Of(entry.Key)), StringComparer.Ordinal),
        PriceBook = pool.Document.PriceBook,
        Offers = [.. pool.Document.Offers.Select(static offer => new Offer(offer.Id, offer.Resources, offer.PricePerHour))],
        Generation = pool.Generation,
        ConfigVersion = pool.ConfigVersion,
    };

    /// <summary>A pool that is translated already, with other claims; everything else is shared.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="provider">Index of its provider.</param>
    /// <param name="state">The pool as it stands, in the same configuration.</param>
    public static ResourcePool WithClaims(ResourcePool pool, int provider, PoolState state)
    {
        Dictionary<string, Inventory> inventories = new(pool.Inventories.Count, StringComparer.Ordinal);
        foreach ((string resourceClass, Inventory inventory) in pool.Inventories) inventories.Add(resourceClass, inventory with { Claimed = state.Claimed.Of(resourceClass) });
        return pool with { Provider = provider, Inventories = inventories, Generation = state.Generation };
    }

    private static Inventory ToInventory(InventoryDocument inventory, long claimed) => new()
    {
        Total = inventory.Total,
        Reserved = inventory.Reserved,
        AllocationRatio = inventory.AllocationRatio,
        MinUnit = inventory.MinUnit,
        MaxUnit = inventory.MaxUnit ?? long.MaxValue,
        StepSize = inventory.StepSize,
        Claimed = claimed,
    };
}
