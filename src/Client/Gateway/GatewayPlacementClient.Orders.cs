using Fulcrum.Client.Calls;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Reading;

namespace Fulcrum.Client.Gateway;

public sealed partial class GatewayPlacementClient
{
    /// <inheritdoc/>
    public async Task<ImportReport> ImportAsync(FederationDocument federation, RequestOptions? options = null, CancellationToken cancellationToken = default) => await _calls.PostAsync(
        ApiPaths.Import,
        GatewayBody<FederationDocument>.Of(federation, DocumentReader.ReadFederation),
        options,
        static (gateway, context, body) => gateway.ImportAsync(context, body),
        static report => report,
        cancellationToken,
        _options.ImportTimeout);

    /// <inheritdoc/>
    public async Task<CapacityReport> GetCapacityAsync(CapacityQuery? query = null, CancellationToken cancellationToken = default)
    {
        CapacityQuery checkedQuery = LocalChecks.Capacity(query);
        return await _calls.ReadAsync((gateway, caller) => gateway.GetCapacityAsync(caller, checkedQuery), static report => report, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ShapeReportResource> CountShapesAsync(ShapeRequest request, CancellationToken cancellationToken = default)
    {
        ShapeRequest body = GatewayBody<ShapeRequest>.Of(request, RequestReader.ReadShapeRequest).Value;
        return await _calls.ReadAsync((gateway, caller) => gateway.CountShapesAsync(caller, body), ShapeReportResource.From, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<OrderResource> QuoteAsync(QuoteRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default) => await _calls.PostAsync(
        ApiPaths.Quotes,
        GatewayBody<QuoteRequest>.Of(QuoteRequestResource.From(request), RequestReader.ReadQuoteRequest),
        options,
        static (gateway, context, body) => gateway.QuoteAsync(context, body),
        OrderResource.From,
        cancellationToken);

    /// <inheritdoc/>
    public async Task<OrderResource> PlaceOrderAsync(OrderRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default) => await _calls.PostAsync(
        ApiPaths.Orders,
        GatewayBody<OrderRequest>.Of(request, RequestReader.ReadOrderRequest),
        options,
        static (gateway, context, body) => gateway.PlaceAsync(context, body),
        OrderResource.From,
        cancellationToken);

    /// <inheritdoc/>
    public async Task<OrderResource> ConfirmOrderAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        await ChangeOrderAsync(id, "confirm", options, (gateway, context) => gateway.ConfirmAsync(context, id), cancellationToken);

    /// <inheritdoc/>
    public async Task<OrderResource> CancelOrderAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        await ChangeOrderAsync(id, "cancel", options, (gateway, context) => gateway.CancelAsync(context, id), cancellationToken);

    /// <inheritdoc/>
    public async Task<OrderResource> RenewOrderAsync(string id, int? holdSeconds = null, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        await _calls.PostAsync(
            ApiPaths.Of(ApiPaths.Orders, id, "renew"),
            GatewayBody<RenewRequest>.Of(new RenewRequestResource { HoldSeconds = holdSeconds }, RequestReader.ReadRenewRequest),
            options,
            (gateway, context, body) => gateway.RenewAsync(context, id, body.HoldSeconds),
            OrderResource.From,
            cancellationToken);

    /// <inheritdoc/>
    public async Task<OrderResource> ActivateOrderAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        await ChangeOrderAsync(id, "activate", options, (gateway, context) => gateway.ActivateAsync(context, id), cancellationToken);

    /// <inheritdoc/>
    public async Task<OrderResource> GetOrderAsync(string id, CancellationToken cancellationToken = default)
    {
        LocalChecks.Id(id);
        return await _calls.ReadAsync((gateway, caller) => gateway.GetOrderAsync(caller, id), OrderResource.From, cancellationToken);
    }

    /// <inheritdoc/>
    public Pageable<OrderSummaryResource> ListOrders(OrderFilter? filter = null, PageQuery? page = null) =>
        List(page, (gateway, caller, query) => gateway.ListOrdersAsync(caller, filter ?? new OrderFilter(), query), OrderSummaryResource.From);

    /// <inheritdoc/>
    public async Task<EventListResource> GetOrderEventsAsync(string id, EventQuery? query = null, CancellationToken cancellationToken = default)
    {
        LocalChecks.Id(id);
        EventQuery checkedQuery = LocalChecks.Events(query);
        return await _calls.ReadAsync((gateway, caller) => gateway.GetOrderEventsAsync(caller, id, checkedQuery), EventListResource.From, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<OrderDecisionResource> GetDecisionAsync(string id, CancellationToken cancellationToken = default)
    {
        LocalChecks.Id(id);
        return await _calls.ReadAsync((gateway, caller) => gateway.GetDecisionAsync(caller, id), OrderDecisionResource.From, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<EventListResource> ReadEventsAsync(EventQuery? query = null, CancellationToken cancellationToken = default)
    {
        EventQuery checkedQuery = LocalChecks.Events(query);
        return await _calls.ReadAsync((gateway, caller) => gateway.ReadEventsAsync(caller, checkedQuery), EventListResource.From, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<EventResource> StreamEventsAsync(EventStreamOptions? options = null, CancellationToken cancellationToken = default) =>
        EventReader.ReadAsync(options ?? new EventStreamOptions(), ReadEventsAsync, _time, cancellationToken);

    private async Task<OrderResource> ChangeOrderAsync(
        string id, string verb, RequestOptions? options, Func<IPlacementGatewayGrain, RequestContext, Task<Answer<OrderView>>> ask, CancellationToken cancellationToken) =>
        (await _calls.PostAsync(ApiPaths.Of(ApiPaths.Orders, id, verb), options, ask, OrderResource.From, cancellationToken)).Resource;
}
