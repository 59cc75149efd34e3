using Fulcrum.Contracts.Capacity;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Markets;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Capacity;
using Fulcrum.Solver.Model;

namespace Fulcrum.Grains.Tests.Capacity;

public sealed class CapacityIndexTests
{
    private static readonly string[] Pools = ["a", "b", "c"];

    private readonly ManualTime _time = new();
    private readonly CapacityIndex _index;

    public CapacityIndexTests()
    {
        _index = new CapacityIndex(_time);
        LocationDocument paris = new() { Id = "fr-par", Country = "FR", Latitude = 48.9, Longitude = 2.4 };
        _index.Apply(new MarketView { Version = 1, Currency = "EUR", Locations = [new("fr-par", new PlacedLocation(paris, 1))] });
        Tell([.. Pools.Select(pool => Summary(pool, 1))]);
    }

    [Fact]
    public void New_claims_are_shown_after_a_moment_and_other_pools_stay_the_same_objects()
    {
        CapacitySnapshot before = _index.Snapshot();
        Tell(Summary("b", 2, held: 3));
        _index.Snapshot().ShouldBeSameAs(before);
        _time.Advance(TimeSpan.FromMilliseconds(5));
        CapacitySnapshot after = _index.Snapshot();
        Claimed(after, "b").ShouldBe(3);
        after.SummaryOf("b").Generation.ShouldBe(2);
        after.Market.Pools[0].ShouldBeSameAs(before.Market.Pools[0]);
        after.Market.Providers.ShouldBeSameAs(before.Market.Providers);
        Claimed(before, "b").ShouldBe(0);
    }

    [Fact]
    public void A_correction_is_shown_at_once()
    {
        _ = _index.Snapshot();
        _index.Correct(Summary("b", 2, held: 3));
        Claimed(_index.Snapshot(), "b").ShouldBe(3);
    }

    [Fact]
    public void A_configuration_is_shown_at_once_and_a_retired_pool_goes()
    {
        _ = _index.Snapshot();
        Tell(Summary("b", 2) with { ConfigVersion = 2 }, Summary("c", 2) with { Retired = true }, Summary("d", 1));
        CapacitySnapshot after = _index.Snapshot();
        after.Market.Pools.Select(pool => pool.Id).ShouldBe(["a", "b", "d"]);
        after.SummaryOf("b").ConfigVersion.ShouldBe(2);
        _index.Directory().ShouldBeSameAs(after.Market.Directory);
    }

    [Fact]
    public void A_claim_under_way_counts_until_a_summary_shows_it()
    {
        HoldCommand hold = Hold("a", 4);
        _index.Overlay.Begin(hold, _time.GetUtcNow());
        Claimed(Later(), "a").ShouldBe(4);
        _index.Overlay.Answered(hold, new HoldReply { Accepted = true, Generation = 2 });
        Claimed(Later(), "a").ShouldBe(4);
        Tell(Summary("a", 2, held: 4));
        Claimed(Later(), "a").ShouldBe(4);
    }

    [Fact]
    public void A_claim_whose_summary_came_before_its_answer_counts_once()
    {
        HoldCommand hold = Hold("a", 4);
        _index.Overlay.Begin(hold, _time.GetUtcNow());
        Tell(Summary("a", 2, held: 4));
        _index.Overlay.Answered(hold, new HoldReply { Accepted = true, Generation = 2 });
        Claimed(Later(), "a").ShouldBe(4);
    }

    [Fact]
    public void A_refused_or_forgotten_claim_counts_no_more()
    {
        HoldCommand refused = Hold("a", 4);
        _index.Overlay.Begin(refused, _time.GetUtcNow());
        _index.Overlay.Begin(Hold("b", 5), _time.GetUtcNow());
        _index.Overlay.Answered(refused, new HoldReply { Accepted = false, Reason = HoldRefusalReason.InsufficientCapacity, Generation = 1 });
        Claimed(Later(), "a").ShouldBe(0);
        Claimed(Later(), "b").ShouldBe(5);
        _time.Advance(TimeSpan.FromSeconds(31));
        Claimed(_index.Snapshot(), "b").ShouldBe(0);
    }

    private CapacitySnapshot Later()
    {
        _time.Advance(TimeSpan.FromMilliseconds(5));
        return _index.Snapshot();
    }

    private void Tell(params PoolSummary[] summaries)
    {
        foreach (PoolSummary summary in summaries)
        {
            int shard = PoolSharding.ShardOf(new ResourcePoolId(summary.Pool.Id)).Number;
            _index.Apply(shard, new ShardChanges { Version = new ShardVersion(Guid.Empty, 1), Pools = [summary] });
        }
    }

    private static long Claimed(CapacitySnapshot snapshot, string pool) =>
        snapshot.Market.Pools.Single((ResourcePool known) => known.Id == pool).Inventories["vcpu"].Claimed;

    private static PoolSummary Summary(string id, long generation, long held = 0) => new()
    {
        Pool = new ResourcePoolDocument { Id = id, ProviderId = "alpina", LocationId = "fr-par", Inventories = [new("vcpu", new InventoryDocument { Total = 100 })] },
        Provider = new ProviderDocument { Id = "alpina" },
        ProviderVersion = 1,
        ConfigVersion = 1,
        Generation = generation,
        Held = held == 0 ? [] : [new("vcpu", held)],
    };

    private HoldCommand Hold(string pool, long vcpu) => new()
    {
        CommandId = Guid.NewGuid(),
        Deadline = _time.GetUtcNow().AddSeconds(5),
        Caller = Caller.Development,
        HoldId = new HoldId(new OrderId("t", "o"), new AttemptId(Guid.NewGuid()), new ResourcePoolId(pool)),
        ConfigVersion = 1,
        Lines = [],
        Amounts = [new("vcpu", vcpu)],
        ExpiresAt = _time.GetUtcNow().AddMinutes(15),
    };

    private sealed class ManualTime : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => _now;

        public override long GetTimestamp() => _now.Ticks;

        public void Advance(TimeSpan span) => _now += span;
    }
}
