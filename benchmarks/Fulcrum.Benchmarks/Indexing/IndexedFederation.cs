using System.Collections.Immutable;
using Fulcrum.Contracts.Capacity;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Markets;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Capacity;
using Fulcrum.Grains.Pools;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Indexing;

/// <summary>A synthetic federation in the messages from which a silo builds its capacity index.</summary>
internal sealed class IndexedFederation
{
    private static readonly Guid Epoch = new("6f0a3d52-1d0e-4a53-9a4c-5a5f1f0c9d11");

    private readonly PoolSummary[] _summaries;
    private readonly int[] _shards;
    private long _number;

    /// <summary>The messages of a federation of so many pools.</summary>
    public IndexedFederation(int pools, long seed)
    {
        FederationDocument federation = FederationGenerator.Generate(new FederationShape { Pools = pools, Seed = seed });
        Dictionary<string, ProviderDocument> providers = federation.Providers.ToDictionary(static provider => provider.Id, StringComparer.Ordinal);
        View = new MarketView
        {
            Version = 1,
            Currency = "EUR",
            Locations = [.. federation.Locations.Select(static location => new KeyValuePair<string, PlacedLocation>(location.Id, new PlacedLocation(location, 1)))],
        };
        _summaries = [.. federation.ResourcePools.Select(pool => new PoolSummary
        {
            Pool = pool,
            Provider = providers[pool.ProviderId],
            ProviderVersion = 1,
            ConfigVersion = 1,
            Generation = 1,
            Sellable = [.. pool.Inventories.Select(static inventory => new KeyValuePair<string, long>(inventory.Key, Sellable.Of(inventory.Value)))],
        })];
        _shards = [.. _summaries.Select(static summary => PoolSharding.ShardOf(new ResourcePoolId(summary.Pool.Id)).Number)];
    }

    /// <summary>The market.</summary>
    public MarketView View { get; }

    /// <summary>An index that has read the market and every shard.</summary>
    public CapacityIndex Build()
    {
        CapacityIndex index = new(TimeProvider.System);
        index.Apply(View);
        for (int shard = 0; shard < ICapacityShardGrain.Count; shard++)
        {
            int own = shard;
            ImmutableArray<PoolSummary> pools = [.. _summaries.Where((_, position) => _shards[position] == own)];
            index.Apply(shard, new ShardChanges { Version = Next(), Full = true, Pools = pools });
        }

        return index;
    }

    /// <summary>Has pools in a row hold one virtual CPU more each, and the index told of it; the next snapshot shows it.</summary>
    public void Claim(CapacityIndex index, int first, int count)
    {
        for (int i = 0; i < count; i++)
        {
            int position = (first + i) % _summaries.Length;
            PoolSummary last = _summaries[position];
            PoolSummary next = last with { Generation = last.Generation + 1, Holds = last.Holds + 1, Held = [new("vcpu", last.Holds + 1)] };
            _summaries[position] = next;
            index.Apply(_shards[position], new ShardChanges { Version = Next(), Pools = [next] }, atOnce: true);
        }
    }

    private ShardVersion Next() => new(Epoch, ++_number);
}
