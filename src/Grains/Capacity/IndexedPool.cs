using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Planning;
using Fulcrum.Solver.Model;

namespace Fulcrum.Grains.Capacity;

/// <summary>A pool of the index with its translation, made once per summary.</summary>
internal sealed class IndexedPool(PoolSummary summary)
{
    public PoolSummary Summary => summary;

    /// <summary>The pool in the form of problems; null until it is needed.</summary>
    public ResourcePool? Translated { get; set; }

    public ResourcePool Translate(ProviderDocument provider, int providerIndex, MarketPlaces places)
    {
        if (Translated is { } known) return known.Provider == providerIndex ? known : Translated = known with { Provider = providerIndex };
        PoolState state = new(summary.Pool, provider, summary.Held.Plus(summary.Allocated), summary.Generation, summary.ConfigVersion);
        return Translated = MarketTranslation.ToPool(state, providerIndex, places.IndexOf(summary.Pool.LocationId));
    }
}
