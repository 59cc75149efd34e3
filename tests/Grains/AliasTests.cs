using Fulcrum.Grains.Markets;
using Fulcrum.Grains.Orders;
using Fulcrum.Grains.Pools;
using Fulcrum.Grains.Providers;
using Fulcrum.Grains.Requests;

namespace Fulcrum.Grains.Tests;

/// <summary>Stored events are read back for ever: aliases are only ever added.</summary>
public sealed class AliasTests
{
    [Fact]
    public void Aliases_of_pool_events_never_change() => PoolRules.Codec.Aliases.ShouldBe(
    [
        "pool.configured.1", "pool.provider-changed.1", "pool.retired.1", "pool.held.1", "pool.confirmed.1", "pool.postponed.1", "pool.released.1",
        "pool.checked.1", "pool.deferred.1",
    ]);

    [Fact]
    public void Aliases_of_order_events_never_change() => OrderRules.Codec.Aliases.ShouldBe(
    [
        "order.received.1", "order.quoted.1", "order.held.1", "order.confirmed.1", "order.activated.1", "order.ended.1", "order.rejected.1",
        "order.failed.1", "order.cancelled.1", "order.expired.1", "order.renewed.1", "order.voided.1", "order.owes.1", "order.told.1",
        "order.quoted.2", "order.held.2", "order.rejected.2",
    ]);

    [Fact]
    public void Aliases_of_the_other_streams_never_change()
    {
        MarketStreamRules.Codec.Aliases.ShouldBe(["market.changed.1"]);
        ProviderStreamRules.Codec.Aliases.ShouldBe(
            ["provider.changed.1", "provider.pool-joined.1", "provider.pool-left.1", "provider.acknowledged.1", "provider.retired.1"]);
        IdempotencyKeyRules.Codec.Aliases.ShouldBe(["key.taken.1"]);
    }

    [Fact]
    public void Every_event_type_has_an_alias()
    {
        Count<MarketEvent>().ShouldBe(MarketStreamRules.Codec.PresentAliases.Count);
        Count<ProviderEvent>().ShouldBe(ProviderStreamRules.Codec.PresentAliases.Count);
        Count<PoolEvent>().ShouldBe(PoolRules.Codec.PresentAliases.Count);
        Count<OrderEvent>().ShouldBe(OrderRules.Codec.PresentAliases.Count);
    }

    [Fact]
    public void An_unknown_alias_is_refused_and_never_skipped() =>
        Should.Throw<FormatException>(() => PoolRules.Codec.Decode("pool.held.2", ReadOnlyMemory<byte>.Empty)).Message.ShouldContain("pool.held.2");

    private static int Count<TEvent>() => typeof(TEvent).Assembly.GetTypes().Count(type => type.IsSubclassOf(typeof(TEvent)));
}
