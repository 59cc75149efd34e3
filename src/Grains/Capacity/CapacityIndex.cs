using Fulcrum.Contracts.Capacity;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Markets;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Markets;
using Fulcrum.Planning;
using Fulcrum.Solver.Model;

namespace Fulcrum.Grains.Capacity;

/// <summary>
/// A silo's copy of the market and of every pool's summary. May be stale: it is trusted to find plans, never for capacity; pools decide.
/// </summary>
public sealed class CapacityIndex
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, IndexedPool> _pools = new(StringComparer.Ordinal);
    private readonly bool[] _loaded = new bool[ICapacityShardGrain.Count];
    private MarketView _view = new() { Version = 0, Currency = MarketState.Currency };
    private MarketPlaces _places = MarketPlaces.Of([], []);
    private bool _marketLoaded;
    private CapacitySnapshot? _snapshot;

    /// <summary>Claims of this silo that summaries do not show yet.</summary>
    public ClaimOverlay Overlay { get; } = new();

    /// <summary>Whether the market and every shard have been read at least once.</summary>
    public bool IsReady
    {
        get
        {
            lock (_gate) return _marketLoaded && Array.TrueForAll(_loaded, static loaded => loaded);
        }
    }

    /// <summary>Version of the market known.</summary>
    public long MarketVersion
    {
        get
        {
            lock (_gate) return _marketLoaded ? _view.Version : -1;
        }
    }

    /// <summary>Allocations that have drifted, by what the pool last said of itself.</summary>
    public long DriftedIn(string poolId)
    {
        lock (_gate) return _pools.TryGetValue(poolId, out IndexedPool? pool) ? pool.Summary.Drifted : 0;
    }

    /// <summary>Takes what changed in a shard.</summary>
    public void Apply(int shard, ShardChanges changes)
    {
        lock (_gate)
        {
            if (changes.Full) RemoveMissing(shard, changes);
            foreach (PoolSummary summary in changes.Pools) Take(summary);
            _loaded[shard] = true;
        }
    }

    /// <summary>Takes what a pool said of itself when it refused.</summary>
    public void Correct(PoolSummary summary)
    {
        lock (_gate) Take(summary);
    }

    /// <summary>Takes the market.</summary>
    public void Apply(MarketView view)
    {
        lock (_gate)
        {
            if (_marketLoaded && view.Version <= _view.Version) return;
            _places = MarketPlaces.Of(view.Locations.Values.Select(static placed => placed.Location), view.Links);
            foreach (IndexedPool pool in _pools.Values) pool.Translated = null;
            (_view, _marketLoaded, _snapshot) = (view, true, null);
        }
    }

    /// <summary>The market as it is known now.</summary>
    public CapacitySnapshot Snapshot()
    {
        lock (_gate) return _snapshot ??= Build();
    }

    private void RemoveMissing(int shard, ShardChanges changes)
    {
        HashSet<string> present = changes.Pools.Select(static summary => summary.Pool.Id).ToHashSet(StringComparer.Ordinal);
        foreach (string id in _pools.Keys.Where(id => PoolSharding.ShardOf(new ResourcePoolId(id)).Number == shard && !present.Contains(id)).ToArray()) _pools.Remove(id);
        _snapshot = null;
    }

    private void Take(PoolSummary summary)
    {
        if (_pools.TryGetValue(summary.Pool.Id, out IndexedPool? known) && known.Summary.Generation >= summary.Generation) return;
        if (summary.Retired) _pools.Remove(summary.Pool.Id);
        else _pools[summary.Pool.Id] = new IndexedPool(summary);
        Overlay.Settle(summary);
        _snapshot = null;
    }

    private CapacitySnapshot Build()
    {
        IndexedPool[] pools = [.. _pools.Values
            .Where(pool => pool.Summary.Provider is not null && _view.Locations.ContainsKey(pool.Summary.Pool.LocationId))
            .OrderBy(static pool => pool.Summary.Pool.Id, StringComparer.Ordinal)];
        Dictionary<string, ProviderDocument> newest = pools.Select(static pool => pool.Summary)
            .GroupBy(static summary => summary.Pool.ProviderId, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.MaxBy(static summary => summary.ProviderVersion)!.Provider!, StringComparer.Ordinal);
        string[] ids = [.. newest.Keys.Order(StringComparer.Ordinal)];
        Dictionary<string, int> indices = Enumerable.Range(0, ids.Length).ToDictionary(index => ids[index], StringComparer.Ordinal);
        Provider[] providers = [.. ids.Select(id => MarketTranslation.ToProvider(newest[id]))];
        ResourcePool[] translated = [.. pools.Select(pool => pool.Translate(newest[pool.Summary.Pool.ProviderId], indices[pool.Summary.Pool.ProviderId], _places))];
        return new CapacitySnapshot(new MarketSnapshot(_places, providers, translated), [.. pools.Select(static pool => pool.Summary)], newest, _view);
    }
}
