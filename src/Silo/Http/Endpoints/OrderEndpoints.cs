using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Reading;
using Fulcrum.Silo.Http.Answers;
using Fulcrum.Silo.Http.Documentation;
using Fulcrum.Silo.Http.Requests;

namespace Fulcrum.Silo.Http.Endpoints;

/// <summary>Orders: planned, held, confirmed, ended.</summary>
internal static class OrderEndpoints
{
    private const string IdempotencyKeyRule = "Required unless the order has an id, or a quote is held.";
    private const string NameTheOrder = " Maybe give the order an id instead.";
    private const string Path = "/orders";
    private const string ChangeKeyRule = "Optional: the same change twice has one effect.";

    /// <summary>Path of an order.</summary>
    public static string PathOf(OrderView order) => $"{HttpApi.BasePath}{Path}/{order.Id.Value}";

    public static void MapOrders(this RouteGroupBuilder api)
    {
        RouteGroupBuilder group = api.MapGroup(Path).WithTags("Orders");
        group.MapPost("", PlaceAsync).Named("placeOrder", "Plans an order and holds it; with confirm, confirms it in the same breath; with quoteId, holds just that quote.")
            .TakesIdempotencyKey(IdempotencyKeyRule).TakesBody<OrderRequest>().Answers<OrderResource>(200, 201).Fails(404, 409);
        group.MapGet("", ListAsync).Named("listOrders", "Lists orders by id.")
            .Takes([.. QueryParameters.Page, QueryParameters.State, QueryParameters.ConsumerId]).Answers<ListResource<OrderSummaryResource>>(200);
        group.MapGet("{id}", GetAsync).Named("getOrder", "Answers an order or a quote.")
            .Answers<OrderResource>(200).Fails(404);
        group.MapGet("{id}/events", GetEventsAsync).Named("listOrderEvents", "Lists the events of an order.")
            .Takes(QueryParameters.After, QueryParameters.Limit, QueryParameters.Types).Answers<EventListResource>(200).Fails(404);
        group.MapGet("{id}/decision", GetDecisionAsync).Named("getOrderDecision", "Answers everything needed to check the decision on an order again.")
            .Answers<OrderDecisionResource>(200).Fails(404);
        group.MapChange("confirm", "Turns the holds of an order into allocations.", static (gateway, context, id) => gateway.ConfirmAsync(context, id));
        group.MapChange("cancel", "Ends the holds and allocations of an order.", static (gateway, context, id) => gateway.CancelAsync(context, id));
        group.MapChange("activate", "Reports an order provisioned.", static (gateway, context, id) => gateway.ActivateAsync(context, id));
        group.MapPost("{id}/renew", RenewAsync).Named("renewOrder", "Lets the holds of an order stay longer.")
            .TakesIdempotencyKey(ChangeKeyRule).TakesOptionalBody<RenewRequestResource>().Answers<OrderResource>(200).Fails(404, 409);
    }

    private static void MapChange(
        this RouteGroupBuilder group, string verb, string summary, Func<IPlacementGatewayGrain, RequestContext, string, Task<Answer<OrderView>>> change) =>
        group.MapPost($"{{id}}/{verb}", (EdgeRequest request, string id) => ChangeAsync(request, id, change)).Named($"{verb}Order", summary)
            .TakesIdempotencyKey(ChangeKeyRule).TakesOptionalBody<EmptyRequest>().Answers<OrderResource>(200, 202).Fails(404, 409);

    private static async Task<IResult> PlaceAsync(EdgeRequest request)
    {
        OrderRequest order = await request.BodyAsync(RequestReader.ReadOrderRequest);
        if (order is { QuoteId: null, Order.Id: null }) request.RequireIdempotencyKey(NameTheOrder);
        Answer<OrderView> answer = await request.Gateway.PlaceAsync(request.Context(), order);
        return answer.ToResult(OrderResource.From, PathOf);
    }

    private static async Task<IResult> ListAsync(EdgeRequest request)
    {
        PageQuery page = request.Query.Page();
        OrderFilter filter = new()
        {
            State = request.Query.Choice<OrderState>(QueryParameters.State),
            ConsumerId = request.Query.Id(QueryParameters.ConsumerId),
        };
        request.Check();
        return (await request.Gateway.ListOrdersAsync(request.Caller, filter, page)).ToListResult(OrderSummaryResource.From);
    }

    private static async Task<IResult> GetAsync(EdgeRequest request, string id)
    {
        request.Id(id);
        request.Check();
        return (await request.Gateway.GetOrderAsync(request.Caller, id)).ToCoveredResult(OrderResource.From);
    }

    private static async Task<IResult> GetEventsAsync(EdgeRequest request, string id)
    {
        request.Id(id);
        EventQuery query = EventEndpoints.Query(request);
        request.Check();
        return (await request.Gateway.GetOrderEventsAsync(request.Caller, id, query)).ToResult(EventListResource.From);
    }

    private static async Task<IResult> GetDecisionAsync(EdgeRequest request, string id)
    {
        request.Id(id);
        request.Check();
        return (await request.Gateway.GetDecisionAsync(request.Caller, id)).ToResult(OrderDecisionResource.From);
    }

    private static async Task<IResult> ChangeAsync(EdgeRequest request, string id, Func<IPlacementGatewayGrain, RequestContext, string, Task<Answer<OrderView>>> change)
    {
        request.Id(id);
        await request.OptionalBodyAsync(RequestReader.ReadEmptyRequest);
        return (await change(request.Gateway, request.Context(), id)).ToResult(OrderResource.From);
    }

    private static async Task<IResult> RenewAsync(EdgeRequest request, string id)
    {
        request.Id(id);
        RenewRequest renewal = await request.OptionalBodyAsync(RequestReader.ReadRenewRequest);
        return (await request.Gateway.RenewAsync(request.Context(), id, renewal.HoldSeconds)).ToResult(OrderResource.From);
    }
}
