using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Solver.Model;

namespace Fulcrum.Planning.Tests;

/// <summary>Documents about a market become what problems are made of, exactly.</summary>
public sealed class MarketTranslationTests
{
    private static readonly LocationDocument Paris = new() { Id = "fr-par", Country = "FR", Latitude = 48.857, Longitude = 2.352 };
    private static readonly LocationDocument Frankfurt = new() { Id = "de-fra", Country = "DE", Latitude = 50.11, Longitude = 8.682 };
    private static readonly ProviderDocument Alpina = new() { Id = "alpina", FeePerOrderMonthly = 0.0000015m };
    private static readonly MarketPlaces Places = MarketPlaces.Of([Paris, Frankfurt], [new LinkDocument { From = "fr-par", To = "de-fra", LatencyMs = 9.0005m }]);

    [Fact]
    public void A_link_is_rounded_to_microseconds_half_away_from_zero_and_holds_both_ways()
    {
        Places.Market.Latencies.Micros(0, 1).ShouldBe(9001);
        Places.Market.Latencies.Micros(1, 0).ShouldBe(9001);
        Places.Market.Latencies.IsMeasured(1, 0).ShouldBeTrue();
        Places.IndexOf("de-fra").ShouldBe(1);
    }

    [Fact]
    public void Unknown_locations_are_refused()
    {
        Should.Throw<ArgumentException>(() => Places.IndexOf("xx"));
        Should.Throw<ArgumentException>(() => MarketPlaces.Of([Paris], [new LinkDocument { From = "fr-par", To = "de-fra", LatencyMs = 1 }]));
    }

    [Fact]
    public void Money_is_rounded_to_a_micro_EUR_half_away_from_zero() => MarketTranslation.ToProvider(Alpina).FeePerOrderMicros.ShouldBe(2);

    [Fact]
    public void Pools_of_one_provider_share_it_and_keep_their_claims()
    {
        ResourcePoolDocument pool = new()
        {
            Id = "p",
            ProviderId = "alpina",
            LocationId = "de-fra",
            Zone = "z",
            Status = Contracts.Documents.LifecycleStatus.Draining,
            Traits = ["service:vm"],
            Inventories = [KeyValuePair.Create("vcpu", new InventoryDocument { Total = 8 }), KeyValuePair.Create("diskGiB", new InventoryDocument { Total = 9, MaxUnit = 4 })],
        };
        SortedMap<long> claimed = [KeyValuePair.Create("vcpu", 3L)];
        MarketSnapshot snapshot = MarketTranslation.ToSnapshot(Places, [new PoolState(pool, Alpina, claimed, 7, 2), new PoolState(pool with { Id = "q" }, Alpina, [], 0, 0)]);
        snapshot.Providers.ShouldHaveSingleItem().Id.ShouldBe("alpina");
        ResourcePool first = snapshot.Pools[0];
        (first.Provider, first.Location, first.Zone, first.Status, first.Generation, first.ConfigVersion).ShouldBe((0, 1, "z", Solver.Model.LifecycleStatus.Draining, 7L, 2L));
        (first.Inventories["vcpu"].Claimed, first.Inventories["vcpu"].MaxUnit).ShouldBe((3L, long.MaxValue));
        (first.Inventories["diskGiB"].Claimed, first.Inventories["diskGiB"].MaxUnit).ShouldBe((0L, 4L));
        (first.PriceBook, first.Override).ShouldBe((null, null));
        snapshot.Directory.ResourcePools.ShouldBe(["p", "q"], ignoreOrder: true);
    }

    [Fact]
    public void Providers_without_pools_are_known_too()
    {
        MarketSnapshot market = MarketTranslation.ToSnapshot(new FederationDocument { Locations = [Paris], Providers = [Alpina] });
        market.Directory.Providers.ShouldBe(["alpina"]);
    }

    [Fact]
    public void Withdrawn_facts_become_flags_and_stated_ones_replace()
    {
        SovereigntyProfile profile = new()
        {
            Withdrawn = ["seat", "controllers", "staffCountries", "remoteAdministrationFrom", "keyCustody", "dataCountries", "certificates"],
            Seal = [KeyValuePair.Create("SOV-1", 3)],
        };
        ResourcePoolDocument pool = new() { Id = "p", ProviderId = "alpina", LocationId = "fr-par", Sovereignty = profile };
        SovereigntyOverride stated = MarketTranslation.ToPool(new PoolState(pool, Alpina, [], 0, 0), 0, 0).Override!;
        stated.Withdrawn.ShouldBe((FactKinds)127);
        stated.Facts.Seal!["SOV-1"].ShouldBe(3);
    }

    [Fact]
    public void Shares_become_millionths()
    {
        ProviderDocument provider = Alpina with { Sovereignty = new SovereigntyProfile { Controllers = [new ControllerDocument { Country = "FR", Share = 0.333333m }] } };
        MarketTranslation.ToProvider(provider).Facts.Controllers!.ShouldHaveSingleItem().ShouldBe(new Controller("FR", 333_333));
    }
}
