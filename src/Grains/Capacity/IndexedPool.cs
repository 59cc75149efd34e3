using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Planning;
using Fulcrum.Solver.Model;

namespace Fulcrum.Grains.Capacity;

/// <summary>A pool of the index with its translation; only what has changed is translated again.</summary>
internal sealed class IndexedPool(PoolSummary summary)
{
    /// <summary>Stands for a pool that is in no snapshot.</summary>
    public const int Nowhere = -1;

    private ResourcePool? _configuration;

    /// <summary>What the pool last said.</summary>
    public PoolSummary Summary { get; private set; } = summary;

    /// <summary>Where it stands in snapshots.</summary>
    public int Position { get; set; } = Nowhere;

    /// <summary>Whether a summary differs from the known one only in what is claimed.</summary>
    public bool HasSameConfiguration(PoolSummary other) =>
        other.ConfigVersion == Summary.ConfigVersion
        && other.ProviderVersion == Summary.ProviderVersion
        && other.Provider is null == Summary.Provider is null
        && !other.Retired;

    /// <summary>Takes a newer summary; documents that are the same stay the same objects.</summary>
    public void Take(PoolSummary newer)
    {
        bool isSame = HasSameConfiguration(newer);
        if (!isSame) Forget();
        Summary = isSame && !ReferenceEquals(newer.Pool, Summary.Pool) ? newer with { Pool = Summary.Pool, Provider = Summary.Provider } : newer;
    }

    /// <summary>Has everything translated again.</summary>
    public void Forget() => _configuration = null;

    /// <summary>The pool in the form of problems.</summary>
    /// <param name="provider">Its provider in the newest version known.</param>
    /// <param name="providerIndex">Where the provider stands.</param>
    /// <param name="places">Where locations stand.</param>
    /// <param name="underWay">Claims that the summary does not show yet.</param>
    public ResourcePool Translate(ProviderDocument provider, int providerIndex, MarketPlaces places, SortedMap<long> underWay)
    {
        PoolState state = new(Summary.Pool, provider, Summary.Held.Plus(Summary.Allocated).Plus(underWay), Summary.Generation, Summary.ConfigVersion);
        _configuration ??= MarketTranslation.ToPool(state, providerIndex, places.IndexOf(Summary.Pool.LocationId));
        return MarketTranslation.WithClaims(_configuration, providerIndex, state);
    }
}
