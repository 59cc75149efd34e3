using Fulcrum.Contracts.Capacity;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Capacity;

namespace Fulcrum.Grains.Tests.Capacity;

public sealed class ShardStateTests
{
    private readonly ShardState _shard = new(Guid.NewGuid());

    [Fact]
    public void A_reader_gets_what_has_changed_since_its_version_once_and_in_order()
    {
        foreach (string pool in (string[])["a", "b", "c"]) _shard.Take(Summary(pool, 1));
        ShardChanges first = _shard.Since(null);
        first.Full.ShouldBeTrue();
        first.Pools.Select(summary => summary.Pool.Id).ShouldBe(["a", "b", "c"]);
        for (int generation = 2; generation < 100; generation++) _shard.Take(Summary("b", generation));
        _shard.Take(Summary("a", 2));
        ShardChanges next = _shard.Since(first.Version);
        next.Full.ShouldBeFalse();
        next.Pools.Select(summary => $"{summary.Pool.Id}{summary.Generation}").ShouldBe(["b99", "a2"]);
        _shard.HasChangesSince(next.Version).ShouldBeFalse();
        _shard.Since(next.Version).Pools.ShouldBeEmpty();
        _shard.Since(null).Pools.Length.ShouldBe(3);
    }

    [Fact]
    public void A_summary_no_newer_is_not_taken()
    {
        _shard.Take(Summary("a", 2)).ShouldBeTrue();
        _shard.Take(Summary("a", 2)).ShouldBeFalse();
        _shard.Take(Summary("a", 1)).ShouldBeFalse();
    }

    private static PoolSummary Summary(string id, long generation) => new()
    {
        Pool = new ResourcePoolDocument { Id = id, ProviderId = "p", LocationId = "fr-par" },
        ConfigVersion = 1,
        Generation = generation,
    };
}
