using System.Text.Json;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;

namespace Fulcrum.Silo.Tests.Http;

/// <summary>Shapes of answers.</summary>
public sealed class ResourceTests : EdgeTests
{
    [Fact]
    public async Task An_order_shows_request_plan_and_holds()
    {
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.GetOrderAsync), Views.Order);
        JsonElement order = (await Edge.SendAsync("GET", "/api/v1/orders/ord-1")).Json;
        order.GetProperty("id").GetString().ShouldBe("ord-1");
        order.GetProperty("state").GetString().ShouldBe("held");
        order.GetProperty("status").GetString().ShouldBe("optimal");
        order.GetProperty("currency").GetString().ShouldBe("EUR");
        order.GetProperty("expiresAt").GetString().ShouldBe("2026-11-23T12:15:00Z");
        order.GetProperty("items")[0].GetProperty("priceMonthly").GetDecimal().ShouldBe(76.504m);
        order.GetProperty("plan").GetProperty("assignments")[0].GetProperty("offerId").GetString().ShouldBe("m4");
        order.GetProperty("holds")[0].GetProperty("resourcePoolId").GetString().ShouldBe("p-1");
        order.TryGetProperty("confirmedAt", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_pool_shows_capacity_per_class()
    {
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.GetPoolAsync), Views.Pool);
        PoolResource pool = (await Edge.SendAsync("GET", "/api/v1/resource-pools/p-1")).Read<PoolResource>();
        pool.Capacity["vcpu"].ShouldBe(new ClassCapacity { Sellable = 100, Held = 8, Allocated = 30, Free = 62 });
        (pool.ConfigVersion, pool.Generation).ShouldBe((7, 42));
    }

    [Fact]
    public async Task A_pool_that_was_read_can_be_sent_again()
    {
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.GetPoolAsync), Views.Pool);
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.PutPoolAsync), Views.Pool);
        EdgeAnswer read = await Edge.SendAsync("GET", "/api/v1/resource-pools/p-1");
        EdgeAnswer written = await Edge.SendAsync("PUT", "/api/v1/resource-pools/p-1", read.Body, ("If-Match", "*"));
        written.Status.ShouldBe(200, written.Body);
        Edge.Gateway.LastCall.Argument<ResourcePoolDocument>().ProviderId.ShouldBe("alpina");
    }

    [Fact]
    public async Task A_provider_and_a_location_that_were_read_can_be_sent_again()
    {
        ProviderView provider = new() { Provider = new ProviderDocument { Id = "alpina", Egress = new EgressDocument { PricePerGiB = 0.01m } }, Version = 2, ResourcePoolIds = ["p-1"] };
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.GetProviderAsync), provider);
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.PutProviderAsync), provider);
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.GetLocationAsync), new Answer<LocationDocument> { Value = Views.Location, Version = 4 });
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.PutLocationAsync), Views.Location);
        foreach (string path in new[] { "/api/v1/providers/alpina", "/api/v1/locations/fr-par" })
        {
            EdgeAnswer read = await Edge.SendAsync("GET", path);
            EdgeAnswer written = await Edge.SendAsync("PUT", path, read.Body, ("If-Match", "*"));
            written.Status.ShouldBe(200, written.Body);
        }
    }

    [Fact]
    public async Task A_list_has_items_total_and_cursor()
    {
        OrderListItem item = new() { Id = "ord-1", State = OrderState.Held, Version = 3, PriceMonthly = 12.5m };
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.ListOrdersAsync), new Page<OrderListItem> { Items = [item], TotalItems = 9, NextCursor = "next" });
        EdgeAnswer answer = await Edge.SendAsync("GET", "/api/v1/orders?state=held&consumerId=acme&limit=1&sort=-id&cursor=here");
        ListResource<OrderSummaryResource> list = answer.Read<ListResource<OrderSummaryResource>>();
        (list.TotalItems, list.NextCursor, list.Items.ShouldHaveSingleItem().PriceMonthly).ShouldBe((9, "next", 12.5m));
        Edge.Gateway.LastCall.Argument<PageQuery>().ShouldBe(new PageQuery { Limit = 1, Cursor = "here", Descending = true });
        Edge.Gateway.LastCall.Argument<OrderFilter>().ShouldBe(new OrderFilter { State = OrderState.Held, ConsumerId = "acme" });
    }

    [Fact]
    public async Task Capacity_is_asked_for_by_group_and_class()
    {
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.GetCapacityAsync), new CapacityReport { At = Views.Noon });
        (await Edge.SendAsync("GET", "/api/v1/capacity?groupBy=country,provider&class=vcpu&class=diskGiB")).Status.ShouldBe(200);
        CapacityQuery query = Edge.Gateway.LastCall.Argument<CapacityQuery>();
        query.GroupBy.ShouldBe(["country", "provider"]);
        query.Classes.ShouldBe(["vcpu", "diskGiB"]);
    }

    [Fact]
    public async Task A_quote_passes_on_what_it_is_to_tell()
    {
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.QuoteAsync), new Answer<OrderView> { Value = Views.Order, Created = true });
        string body = $$"""{ "order": {{Order}}, "alternatives": 3, "explain": true, "frontier": true, "whyNot": { "itemId": "web", "providerId": "alpina" } }""";
        EdgeAnswer answer = await Edge.SendAsync("POST", "/api/v1/quotes", body);
        answer.Status.ShouldBe(201, answer.Body);
        QuoteRequest request = Edge.Gateway.LastCall.Argument<QuoteRequest>();
        (request.Alternatives, request.Explain, request.Frontier, request.WhyNotItemId, request.WhyNotProviderId).ShouldBe((3, true, true, "web", "alpina"));
    }

    [Fact]
    public async Task A_decision_embeds_its_evidence_as_JSON()
    {
        OrderDecision decision = new() { Order = Views.Order.Request, Decision = Views.Order.Decision!, Evidence = """{"market":{"version":5,"providers":1,"resourcePools":2},"claims":[{"resourcePoolId":"p-1","configVersion":7,"generation":9,"claimed":{"vcpu":8}}]}""" };
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.GetDecisionAsync), decision);
        JsonElement json = (await Edge.SendAsync("GET", "/api/v1/orders/ord-1/decision")).Json;
        json.GetProperty("evidence").GetProperty("market").GetProperty("resourcePools").GetInt32().ShouldBe(2);
        json.GetProperty("evidence").GetProperty("claims")[0].GetProperty("claimed").GetProperty("vcpu").GetInt64().ShouldBe(8);
        json.GetProperty("decision").GetProperty("status").GetString().ShouldBe("optimal");
    }

    [Fact]
    public async Task Allocations_name_their_orders()
    {
        ClaimView claim = new()
        {
            Order = Views.Order.Id,
            Attempt = new Contracts.Identity.AttemptId(Guid.Empty),
            State = ClaimState.Allocated,
            Amounts = [KeyValuePair.Create("vcpu", 8L)],
            ConfigVersion = 7,
        };
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.ListAllocationsAsync), new Page<ClaimView> { Items = [claim], TotalItems = 1 });
        AllocationResource allocation = (await Edge.SendAsync("GET", "/api/v1/resource-pools/p-1/allocations")).Read<ListResource<AllocationResource>>().Items.ShouldHaveSingleItem();
        (allocation.OrderId, allocation.Tenant, allocation.State).ShouldBe(("ord-1", "development", ClaimState.Allocated));
    }

    [Fact]
    public async Task Health_tells_why_not()
    {
        Edge.Readiness.Reason = "The capacity index is being read.";
        (await Edge.SendAsync("GET", "/health/live")).Status.ShouldBe(200);
        (await Edge.SendAsync("GET", "/health/startup")).Status.ShouldBe(503);
        EdgeAnswer answer = await Edge.SendAsync("GET", "/health/ready");
        (answer.Status, answer.Problem.Detail).ShouldBe((503, "The capacity index is being read."));
        Edge.Readiness.Reason = null;
        (await Edge.SendAsync("GET", "/health/ready")).Status.ShouldBe(200);
        (await Edge.SendAsync("GET", "/health/startup")).Status.ShouldBe(200);
        Edge.Readiness.Reason = "The database is away.";
        (await Edge.SendAsync("GET", "/health/startup")).Status.ShouldBe(200);
    }
}
