using Fulcrum.Contracts.Capacity;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Markets;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Reading;
using Fulcrum.Grains.Markets;
using Fulcrum.Planning;
using Fulcrum.Solver.Model;

namespace Fulcrum.Grains.Capacity;

/// <summary>
/// A silo's copy of the market and of every pool's summary. May be stale: it is trusted to find plans, never for capacity; pools decide.
/// </summary>
public sealed class CapacityIndex(TimeProvider time)
{
    private static readonly TimeSpan SnapshotAgeMax = TimeSpan.FromMilliseconds(4);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, IndexedPool> _pools = new(StringComparer.Ordinal);
    private readonly HashSet<IndexedPool> _changed = [];
    private readonly ShardVersion?[] _versions = new ShardVersion?[ICapacityShardGrain.Count];
    private MarketView _view = new() { Version = 0, Currency = MarketState.Currency };
    private MarketPlaces _places = MarketPlaces.Of([], []);
    private bool _marketLoaded;
    private volatile bool _isReady;
    private volatile bool _isRestructured = true;
    private volatile bool _isCorrected;
    private volatile CapacitySnapshot? _snapshot;
    private long _builtAt;

    /// <summary>Claims of this silo that summaries do not show yet.</summary>
    public ClaimOverlay Overlay { get; } = new();

    /// <summary>Whether the market and every shard have been read at least once.</summary>
    public bool IsReady => _isReady;

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

    /// <summary>The version of a shard that this index has seen whole; null before the first.</summary>
    public ShardVersion? VersionOf(int shard)
    {
        lock (_gate) return _versions[shard];
    }

    /// <summary>Takes what changed in a shard since a version that this index has seen; the next snapshot shows it when it must.</summary>
    public void Apply(int shard, ShardChanges changes, bool atOnce = false)
    {
        lock (_gate)
        {
            if (changes.Full) RemoveMissing(shard, changes);
            foreach (PoolSummary summary in changes.Pools) Take(summary);
            _versions[shard] = changes.Version;
            _isCorrected |= changes.Full || atOnce;
            CheckReady();
        }
    }

    /// <summary>Takes what a pool said of itself when it refused; the next snapshot shows it.</summary>
    public void Correct(PoolSummary summary)
    {
        lock (_gate)
        {
            Take(summary);
            _isCorrected = true;
        }
    }

    /// <summary>Takes the market.</summary>
    public void Apply(MarketView view)
    {
        lock (_gate)
        {
            if (_marketLoaded && view.Version <= _view.Version) return;
            _places = MarketPlaces.Of(view.Locations.Values.Select(static placed => placed.Location), view.Links);
            foreach (IndexedPool pool in _pools.Values) pool.Forget();
            (_view, _marketLoaded, _isRestructured) = (view, true, true);
            CheckReady();
        }
    }

    /// <summary>
    /// The market as it is known now. New claims may be missing for a few milliseconds, so that one snapshot, with all that is derived from it, serves
    /// many orders; configurations and corrections never are.
    /// </summary>
    public CapacitySnapshot Snapshot()
    {
        if (!IsDue && _snapshot is { } known) return known;
        lock (_gate)
        {
            if (_isRestructured || _snapshot is null) return Rebuild();
            return IsDue ? Update(_snapshot) : _snapshot;
        }
    }

    /// <summary>The names that orders may refer to.</summary>
    public MarketDirectory Directory()
    {
        if (!_isRestructured && _snapshot is { } known) return known.Market.Directory;
        lock (_gate) return (_isRestructured || _snapshot is null ? Rebuild() : _snapshot).Market.Directory;
    }

    private bool IsDue => _isRestructured || _isCorrected || time.GetElapsedTime(Volatile.Read(ref _builtAt)) >= SnapshotAgeMax;

    private void CheckReady() => _isReady = _marketLoaded && Array.TrueForAll(_versions, static version => version is not null);

    private void RemoveMissing(int shard, ShardChanges changes)
    {
        HashSet<string> present = changes.Pools.Select(static summary => summary.Pool.Id).ToHashSet(StringComparer.Ordinal);
        foreach (string id in _pools.Keys.Where(id => PoolSharding.ShardOf(new ResourcePoolId(id)).Number == shard && !present.Contains(id)).ToArray())
        {
            _pools.Remove(id);
            _isRestructured = true;
        }
    }

    private void Take(PoolSummary summary)
    {
        string id = summary.Pool.Id;
        if (_pools.TryGetValue(id, out IndexedPool? known))
        {
            if (known.Summary.Generation >= summary.Generation) return;
            _isRestructured |= !known.HasSameConfiguration(summary);
            known.Take(summary);
            _changed.Add(known);
        }
        else if (!summary.Retired)
        {
            _pools.Add(id, new IndexedPool(summary));
            _isRestructured = true;
        }

        if (summary.Retired) _pools.Remove(id);
        Overlay.Settle(summary);
    }

    /// <summary>Copies what has not changed and translates the pools that have.</summary>
    private CapacitySnapshot Update(CapacitySnapshot last)
    {
        foreach (string id in Overlay.TakeTouched(time.GetUtcNow()) ?? [])
        {
            if (_pools.TryGetValue(id, out IndexedPool? pool)) _changed.Add(pool);
        }

        Volatile.Write(ref _builtAt, time.GetTimestamp());
        if (_changed.Count == 0)
        {
            _isCorrected = false;
            return last;
        }

        ResourcePool[] pools = [.. last.Market.Pools];
        PoolSummary[] summaries = [.. last.Summaries];
        IndexedPool[] changed = [.. _changed.Where(static pool => pool.Position != IndexedPool.Nowhere)];
        foreach (IndexedPool pool in changed)
        {
            pools[pool.Position] = Translate(pool, last.Structure);
            summaries[pool.Position] = pool.Summary;
        }

        _changed.Clear();
        MarketSnapshot market = last.Market.WithClaims(pools, [.. changed.Select(static pool => pool.Position)]);
        CapacitySnapshot snapshot = last with { Market = market, Summaries = summaries };
        (_snapshot, _isCorrected) = (snapshot, false);
        return snapshot;
    }

    private CapacitySnapshot Rebuild()
    {
        foreach (IndexedPool pool in _pools.Values) pool.Position = IndexedPool.Nowhere;
        IndexedPool[] pools = [.. _pools.Values
            .Where(pool => pool.Summary.Provider is not null && _view.Locations.ContainsKey(pool.Summary.Pool.LocationId))
            .OrderBy(static pool => pool.Summary.Pool.Id, StringComparer.Ordinal)];
        for (int position = 0; position < pools.Length; position++) pools[position].Position = position;
        CapacityStructure structure = Structure(pools);
        Provider[] providers = [.. structure.ProviderPositions.OrderBy(static entry => entry.Value).Select(entry => MarketTranslation.ToProvider(structure.Providers[entry.Key]))];
        Overlay.TakeTouched(time.GetUtcNow());
        _changed.Clear();
        MarketSnapshot market = new(_places, providers, [.. pools.Select(pool => Translate(pool, structure))]);
        CapacitySnapshot snapshot = new(market, [.. pools.Select(static pool => pool.Summary)], structure);
        Volatile.Write(ref _builtAt, time.GetTimestamp());
        (_snapshot, _isRestructured, _isCorrected) = (snapshot, false, false);
        return snapshot;
    }

    private CapacityStructure Structure(IndexedPool[] pools)
    {
        Dictionary<string, ProviderDocument> newest = pools.Select(static pool => pool.Summary)
            .GroupBy(static summary => summary.Pool.ProviderId, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.MaxBy(static summary => summary.ProviderVersion)!.Provider!, StringComparer.Ordinal);
        string[] ids = [.. newest.Keys.Order(StringComparer.Ordinal)];
        return new CapacityStructure(
            newest,
            Enumerable.Range(0, ids.Length).ToDictionary(index => ids[index], StringComparer.Ordinal),
            pools.ToDictionary(static pool => pool.Summary.Pool.Id, static pool => pool.Position, StringComparer.Ordinal),
            _view);
    }

    private ResourcePool Translate(IndexedPool pool, CapacityStructure structure)
    {
        string provider = pool.Summary.Pool.ProviderId;
        return pool.Translate(structure.Providers[provider], structure.ProviderPositions[provider], _places, Overlay.ClaimedOn(pool.Summary.Pool.Id));
    }
}
