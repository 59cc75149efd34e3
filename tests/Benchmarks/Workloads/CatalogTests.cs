using System.Text.Json;
using Fulcrum.Benchmarks.Catalog;
using Fulcrum.Contracts.Documents;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Tests.Workloads;

public sealed class CatalogTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(1000)]
    public void A_federation_has_its_pools_and_real_providers_first(int pools)
    {
        FederationDocument federation = Catalog().Generate(pools, seed: 3);

        federation.ResourcePools.Length.ShouldBe(pools);
        federation.ResourcePools.Select(static pool => pool.Id).ShouldBeUnique();
        federation.Providers.Select(static provider => provider.Id).ShouldBeUnique();
        federation.Providers.ShouldContain(static provider => provider.Id == "hetzner");
        federation.ResourcePools.ShouldAllBe(static pool => pool.Offers.Length > 0 && pool.Zone != null);
        federation.ResourcePools.GroupBy(static pool => (pool.ProviderId, pool.LocationId)).ShouldContain(static site => site.Count() > 1);
        federation.Locations.Length.ShouldBe(20);
    }

    [Fact]
    public void A_real_provider_sells_at_its_own_prices_in_its_own_countries()
    {
        CatalogFolder folder = Folder();
        FederationDocument federation = new CatalogFederation(folder).Generate(200, seed: 5);
        Dictionary<string, string> countries = federation.Locations.ToDictionary(static place => place.Id, static place => place.Country);
        ILookup<string, decimal> prices = folder.ReadOffers().Where(static offer => offer.Provider == "upcloud").ToLookup(static offer => offer.Id, static offer => decimal.Round(offer.PricePerHour, 6));

        ResourcePoolDocument[] own = [.. federation.ResourcePools.Where(static pool => pool.ProviderId == "upcloud")];

        own.ShouldNotBeEmpty();
        own.ShouldAllBe(pool => ProviderCountries.Of("upcloud", "FI").Contains(countries[pool.LocationId]));
        own.SelectMany(static pool => pool.Offers).ShouldAllBe(offer => prices[offer.Id].Contains(offer.PricePerHour));
    }

    [Fact]
    public void Equal_seeds_make_equal_federations()
    {
        CatalogFederation catalog = Catalog();

        Text(catalog.Generate(300, seed: 11)).ShouldBe(Text(catalog.Generate(300, seed: 11)));
        Text(catalog.Generate(300, seed: 11)).ShouldNotBe(Text(catalog.Generate(300, seed: 12)));
    }

    [Fact]
    public void Every_demand_of_an_item_is_sold_somewhere()
    {
        CatalogProblems problems = new(Folder());

        foreach (long seed in Enumerable.Range(1, 10))
        {
            Fulcrum.Solver.Model.PlacementProblem problem = problems.Create(200, items: 8, OrderFamily.Composite, seed);
            problem.Order.Items.ShouldAllBe(item => problem.Pools.Any(pool => pool.Offers.Any(offer => item.Resources.All(demand => offer.Resources.GetValueOrDefault(demand.Key) >= demand.Value))));
        }
    }

    private static CatalogFederation Catalog() => new(Folder());

    private static CatalogFolder Folder()
    {
        Assert.SkipUnless(SharedData.Has("catalog"), $"There is no {SharedData.Root}/catalog.");
        return CatalogFolder.Open();
    }

    private static string Text(FederationDocument federation) =>
        JsonSerializer.Serialize(federation.ResourcePools.Select(static pool => new { pool.Id, Vcpu = pool.Inventories.First().Value.Total, Prices = pool.Offers.Select(static offer => offer.PricePerHour) }));
}
