using System.Text.Json;
using Fulcrum.Client.Tests.Doubles;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Json;
using Fulcrum.Contracts.Orders;

namespace Fulcrum.Client.Tests.Contract;

public abstract partial class PlacementClientContract
{
    [Fact]
    public async Task Orders_reach_the_gateway_and_come_back()
    {
        ShouldBe(await _client.QuoteAsync(new QuoteRequest { Order = Canned.OrderDocument, Alternatives = 2, Explain = true, Frontier = true, WhyNotItemId = "web", WhyNotProviderId = "alpina" }, cancellationToken: Cancellation), OrderState.Quoted);
        ShouldBe(await _client.PlaceOrderAsync(new OrderRequest { QuoteId = "quo-1", HoldSeconds = 60, Confirm = true }, cancellationToken: Cancellation), OrderState.Held);
        ShouldBe(await _client.ConfirmOrderAsync("ord-1", cancellationToken: Cancellation), OrderState.Confirmed);
        ShouldBe(await _client.RenewOrderAsync("ord-1", 120, cancellationToken: Cancellation), OrderState.Held);
        ShouldBe(await _client.RenewOrderAsync("ord-1", cancellationToken: Cancellation), OrderState.Held);
        ShouldBe(await _client.ActivateOrderAsync("ord-1", cancellationToken: Cancellation), OrderState.Active);
        ShouldBe(await _client.CancelOrderAsync("ord-1", cancellationToken: Cancellation), OrderState.Cancelled);
        ShouldBe(await _client.GetOrderAsync("ord-1", Cancellation), OrderState.Held);
        ShouldBe(await _client.GetDecisionAsync("ord-1", Cancellation), OrderDecisionResource.From(Canned.Decision));
        Methods().ShouldBe(["QuoteAsync", "PlaceAsync", "ConfirmAsync", "RenewAsync", "RenewAsync", "ActivateAsync", "CancelAsync", "GetOrderAsync", "GetDecisionAsync"]);
        QuoteRequest quote = (QuoteRequest)Arguments(0)[0]!;
        (quote.Alternatives, quote.Explain, quote.Frontier, quote.WhyNotItemId, quote.WhyNotProviderId).ShouldBe((2, true, true, "web", "alpina"));
        OrderRequest order = (OrderRequest)Arguments(1)[0]!;
        (order.QuoteId, order.HoldSeconds, order.Confirm, order.Order).ShouldBe(("quo-1", 60, true, null));
        Arguments(3).ShouldBe(["ord-1", 120]);
        Arguments(4).ShouldBe(["ord-1", null]);
    }

    [Fact]
    public async Task Providers_and_pools_reach_the_gateway_and_come_back()
    {
        _transport.Gateway.Outcome = (Created: false, Pending: true);
        ProviderResource provider = ProviderResource.From(Canned.Provider);
        PoolResource pool = PoolResource.From(Canned.Pool);
        ShouldBe(await _client.GetProviderAsync("alpina", Cancellation), provider);
        ShouldBe(await _client.PutProviderAsync(Canned.ProviderDocument, Precondition.HasVersion(6), Cancellation), Pending(provider));
        ShouldBe(await _client.DrainProviderAsync("alpina", cancellationToken: Cancellation), Pending(provider));
        ShouldBe(await _client.SuspendProviderAsync("alpina", cancellationToken: Cancellation), Pending(provider));
        ShouldBe(await _client.ActivateProviderAsync("alpina", cancellationToken: Cancellation), Pending(provider));
        ShouldBe(await _client.DeleteProviderAsync("alpina", Precondition.Exists, Cancellation), Pending(provider));
        ShouldBe(await _client.GetPoolAsync("alpina-par-1", Cancellation), pool);
        ShouldBe(await _client.PutPoolAsync(Canned.PoolDocument, Precondition.IsNew, Cancellation), Pending(pool));
        ShouldBe(await _client.PutInventoriesAsync("alpina-par-1", Canned.PoolDocument.Inventories, Precondition.HasVersion(7), Cancellation), Pending(pool));
        ShouldBe(await _client.DeletePoolAsync("alpina-par-1", Precondition.HasVersion(7), Cancellation), Pending(pool));
        Methods().ShouldBe(
        [
            "GetProviderAsync", "PutProviderAsync", "SetProviderStatusAsync", "SetProviderStatusAsync", "SetProviderStatusAsync", "DeleteProviderAsync",
            "GetPoolAsync", "PutPoolAsync", "PutInventoriesAsync", "DeletePoolAsync",
        ]);
        _transport.Gateway.Calls.Skip(2).Take(3).Select(static call => call.Arguments[1]).ShouldBe([LifecycleStatus.Draining, LifecycleStatus.Suspended, LifecycleStatus.Active]);
        _transport.Gateway.Calls.Select(static call => call.Precondition).OfType<Precondition>().ShouldBe(
            [Precondition.HasVersion(6), Precondition.Exists, Precondition.IsNew, Precondition.HasVersion(7), Precondition.HasVersion(7)]);
        ShouldBe((ResourcePoolDocument)Arguments(7)[0]!, Canned.PoolDocument);
        _transport.Gateway.Calls.ShouldAllBe(static call => call.Caller == Caller.Development);
    }

    [Fact]
    public async Task Places_and_capacity_reach_the_gateway_and_come_back()
    {
        _transport.Gateway.Outcome = (Created: true, Pending: false);
        LocationResource location = LocationResource.From(Canned.Location("fr-par"), Canned.Version);
        ListResource<LinkView> links = new() { Items = [Canned.Link], TotalItems = 1 };
        ShouldBe(await _client.GetLocationAsync("fr-par", Cancellation), location);
        ShouldBe(await _client.PutLocationAsync(Canned.Location("fr-par"), Precondition.IsNew, Cancellation), new ChangeResult<LocationResource>(location, Canned.Version, Created: true));
        ShouldBe(await _client.GetLinksAsync(estimated: true, cancellationToken: Cancellation), new ChangeResult<ListResource<LinkView>>(links, Canned.Version));
        LinkDocument link = new() { From = "de-fra", To = "fr-par", LatencyMs = 9.1m };
        ShouldBe((await _client.PutLinksAsync([link], Precondition.HasVersion(7), Cancellation)).Resource, links);
        (await _client.ImportAsync(new FederationDocument { Locations = [Canned.Location("fr-par")] }, cancellationToken: Cancellation)).Providers.Created.ShouldBe(3);
        ShouldBe(await _client.GetCapacityAsync(new CapacityQuery { GroupBy = ["country", "provider"], Classes = ["vcpu"] }, Cancellation), Canned.Capacity);
        ShapeRequest shapes = new() { Shapes = [new ShapeDocument { Id = "m4", Resources = [KeyValuePair.Create("vcpu", 4L)] }], GroupBy = ["country"] };
        ShouldBe(await _client.CountShapesAsync(shapes, Cancellation), ShapeReportResource.From(Canned.Shapes));
        Methods().ShouldBe(["GetLocationAsync", "PutLocationAsync", "GetLinksAsync", "PutLinksAsync", "ImportAsync", "GetCapacityAsync", "CountShapesAsync"]);
        Arguments(2)[0].ShouldBe(true);
        ((CapacityQuery)Arguments(5)[0]!).GroupBy.ShouldBe(["country", "provider"]);
        ((CapacityQuery)Arguments(5)[0]!).Classes.ShouldBe(["vcpu"]);
        ShouldBe((ShapeRequest)Arguments(6)[0]!, shapes);
    }

    [Fact]
    public async Task The_fingerprint_is_that_of_the_HTTP_request()
    {
        await _client.PlaceOrderAsync(Order, cancellationToken: Cancellation);
        await _client.ConfirmOrderAsync("ord-1", cancellationToken: Cancellation);
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(Order, FulcrumJson.Options);
        _transport.Gateway.Calls.Select(static call => call.Context!.Fingerprint).ShouldBe(
            [RequestFingerprint.Of("POST", "/api/v1/orders", body), RequestFingerprint.Of("POST", "/api/v1/orders/ord-1/confirm", default)]);
    }

    [Fact]
    public async Task Filters_reach_the_gateway()
    {
        ShouldBe((await _client.ListProviders(LifecycleStatus.Draining).ReadPageAsync(cancellationToken: Cancellation)).Items.Single(), ProviderResource.From(Canned.Provider));
        PoolFilter pools = new() { ProviderId = "alpina", LocationId = "fr-par", Status = LifecycleStatus.Active };
        ShouldBe((await _client.ListPools(pools).ReadPageAsync(cancellationToken: Cancellation)).Items.Single(), PoolResource.From(Canned.Pool));
        OrderFilter orders = new() { State = OrderState.Held, ConsumerId = "acme" };
        PageQuery descending = new() { Limit = 10, Descending = true };
        ShouldBe((await _client.ListOrders(orders, descending).ReadPageAsync(cancellationToken: Cancellation)).Items.Single(), OrderSummaryResource.From(Canned.ListedOrder));
        ShouldBe((await _client.ListAllocations("alpina-par-1").ReadPageAsync(cancellationToken: Cancellation)).Items.Single(), AllocationResource.From(Canned.Claim));
        (await _client.ListLinks(estimated: true).ReadPageAsync(cancellationToken: Cancellation)).Items.Single().ShouldBe(Canned.Link);
        Arguments(0)[0].ShouldBe(LifecycleStatus.Draining);
        Arguments(1)[0].ShouldBe(pools);
        Arguments(2).ShouldBe([orders, descending]);
        Arguments(4)[0].ShouldBe(true);
    }

    private static void ShouldBe(OrderResource order, OrderState state) => ShouldBe(order, OrderResource.From(Canned.Order(state)));

    /// <summary>Records with lists have no value equality, so they are compared as they are written.</summary>
    private static void ShouldBe<T>(T actual, T expected) => JsonSerializer.Serialize(actual, FulcrumJson.Indented).ShouldBe(JsonSerializer.Serialize(expected, FulcrumJson.Indented));

    private static ChangeResult<T> Pending<T>(T resource) => new(resource, Canned.Version, Pending: true);

    private IEnumerable<string> Methods() => _transport.Gateway.Calls.Select(static call => call.Method);

    private IReadOnlyList<object?> Arguments(int call) => _transport.Gateway.Calls[call].Arguments;
}
