using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Client.Tests.Engine;

public abstract partial class EngineContract
{
    private const string TestClass = "gpu.test";

    [Fact]
    public async Task What_was_imported_is_there_and_importing_it_again_changes_nothing()
    {
        ImportReport report = await _client.ImportAsync(RealEngine.Federation, cancellationToken: Cancellation);
        (report.ResourcePools.Created, report.ResourcePools.Changed).ShouldBe((0, 0));
        report.ResourcePools.Unchanged.ShouldBe(RealEngine.Federation.ResourcePools.Length);
        RealEngine.Federation.ResourcePools.Select(static pool => pool.Id).ShouldBeSubsetOf((await ToListAsync(_client.ListPools(page: new PageQuery { Limit = 7 }))).Select(static pool => pool.Id));
        RealEngine.Federation.Providers.Select(static provider => provider.Id).ShouldBeSubsetOf((await ToListAsync(_client.ListProviders())).Select(static provider => provider.Id));
        RealEngine.Federation.Locations.Select(static location => location.Id).ShouldBeSubsetOf((await ToListAsync(_client.ListLocations())).Select(static location => location.Id));
    }

    [Fact]
    public async Task A_federation_with_faults_changes_nothing()
    {
        FederationDocument bad = new() { Providers = [new ProviderDocument { Id = "ghost" }, new ProviderDocument { Id = "ghost" }] };
        PlacementException exception = await Refusal(() => _client.ImportAsync(bad, cancellationToken: Cancellation));
        exception.Code.ShouldBe(ErrorCodes.RequestInvalid);
        exception.Faults.ShouldNotBeEmpty();
        (await Refusal(() => _client.GetProviderAsync("ghost", Cancellation))).Code.ShouldBe(ErrorCodes.NotFound);
    }

    [Fact]
    public async Task Capacity_is_summed_by_country()
    {
        CapacityReport report = await _client.GetCapacityAsync(new CapacityQuery { GroupBy = ["country"], Classes = ["vcpu"] }, Cancellation);
        report.Groups.Length.ShouldBeGreaterThan(1);
        report.Groups.ShouldAllBe(static group => group.Key.ContainsKey("country") && group.Classes.Keys.Single() == "vcpu");
        ClassCapacity all = (await _client.GetCapacityAsync(cancellationToken: Cancellation)).Groups.ShouldHaveSingleItem().Classes["vcpu"];
        all.Sellable.ShouldBe(report.Groups.Sum(static group => group.Classes["vcpu"].Sellable));
    }

    [Fact]
    public async Task Shapes_are_counted_under_a_policy()
    {
        ShapeDocument shape = new() { Id = "small", Resources = [KeyValuePair.Create("vcpu", 2L), KeyValuePair.Create("memoryMiB", 4096L)] };
        ShapeRequest request = new() { Shapes = [shape] };
        ShapeCount all = (await _client.CountShapesAsync(request, Cancellation)).Shapes.Single(static count => count.Key.Count == 0);
        ShapeRequest french = request with { Placement = new PlacementRuleDocument { AllowedCountries = ["FR"] } };
        ShapeCount some = (await _client.CountShapesAsync(french, Cancellation)).Shapes.Single(static count => count.Key.Count == 0);
        all.Sellable.ShouldBeGreaterThan(some.Sellable);
        some.Sellable.ShouldBeGreaterThan(0);
        some.MinPriceMonthly.ShouldNotBeNull();
    }

    [Fact]
    public async Task Links_are_listed_and_their_version_guards_them()
    {
        ChangeResult<ListResource<LinkView>> links = await _client.GetLinksAsync(cancellationToken: Cancellation);
        links.Resource.TotalItems.ShouldBe(RealEngine.Federation.Links.Length);
        (await ToListAsync(_client.ListLinks(estimated: true, new PageQuery { Limit = 1000 }))).ShouldContain(static link => link.Estimated);
        PlacementException exception = await Refusal(() => _client.PutLinksAsync(RealEngine.Federation.Links, Precondition.HasVersion(links.Version!.Value + 1000), Cancellation));
        exception.Code.ShouldBe(ErrorCodes.PreconditionFailed);
    }

    [Fact]
    public async Task A_provider_and_its_pool_are_created_changed_and_retired()
    {
        string id = $"p-{Guid.NewGuid():N}";
        ChangeResult<ProviderResource> provider = await _client.PutProviderAsync(new ProviderDocument { Id = id, Name = "New" }, Precondition.IsNew, Cancellation);
        provider.Created.ShouldBeTrue();
        ChangeResult<PoolResource> pool = await _client.PutPoolAsync(Pool(id), Precondition.IsNew, Cancellation);
        pool.Resource.Capacity[TestClass].Sellable.ShouldBe(10);
        SortedMap<InventoryDocument> more = [KeyValuePair.Create(TestClass, new InventoryDocument { Total = 20 })];
        ChangeResult<PoolResource> grown = await _client.PutInventoriesAsync(id, more, Precondition.HasVersion(pool.Version!.Value), Cancellation);
        grown.Resource.Capacity[TestClass].Sellable.ShouldBe(20);
        (await Refusal(() => _client.PutInventoriesAsync(id, more, Precondition.HasVersion(pool.Version.Value), Cancellation))).Code.ShouldBe(ErrorCodes.PreconditionFailed);
        (await _client.DrainProviderAsync(id, cancellationToken: Cancellation)).Resource.Status.ShouldBe(LifecycleStatus.Draining);
        (await ToListAsync(_client.ListProviders(LifecycleStatus.Draining))).ShouldContain(item => item.Id == id);
        (await _client.SuspendProviderAsync(id, cancellationToken: Cancellation)).Resource.Status.ShouldBe(LifecycleStatus.Suspended);
        (await _client.ActivateProviderAsync(id, cancellationToken: Cancellation)).Resource.Status.ShouldBe(LifecycleStatus.Active);
        (await Refusal(() => _client.DeleteProviderAsync(id, Precondition.Exists, Cancellation))).Code.ShouldBe(ErrorCodes.InUse);
        (await ToListAsync(_client.ListPools(new PoolFilter { ProviderId = id }))).ShouldHaveSingleItem().ProviderId.ShouldBe(id);
        await _client.DeletePoolAsync(id, Precondition.Exists, Cancellation);
        await _client.DeleteProviderAsync(id, Precondition.Exists, Cancellation);
        (await Refusal(() => _client.GetPoolAsync(id, Cancellation))).Code.ShouldBe(ErrorCodes.NotFound);
    }

    [Fact]
    public async Task A_location_is_created_and_changed()
    {
        LocationDocument location = new() { Id = $"l-{Guid.NewGuid():N}", Country = "FR", Latitude = 43.3, Longitude = 5.4 };
        ChangeResult<LocationResource> created = await _client.PutLocationAsync(location, Precondition.IsNew, Cancellation);
        created.Created.ShouldBeTrue();
        ChangeResult<LocationResource> changed = await _client.PutLocationAsync(location with { City = "Marseille" }, Precondition.HasVersion(created.Version!.Value), Cancellation);
        changed.Created.ShouldBeFalse();
        LocationResource read = await _client.GetLocationAsync(location.Id, Cancellation);
        (read.City, read.Version).ShouldBe(("Marseille", changed.Version));
        (await Refusal(() => _client.PutLocationAsync(location, Precondition.IsNew, Cancellation))).Code.ShouldBe(ErrorCodes.PreconditionFailed);
    }

    private static ResourcePoolDocument Pool(string id) => new()
    {
        Id = id,
        ProviderId = id,
        LocationId = RealEngine.Federation.Locations[0].Id,
        Inventories = [KeyValuePair.Create(TestClass, new InventoryDocument { Total = 10 })],
        PriceBook = [KeyValuePair.Create(TestClass, 1m)],
    };
}
