using Fulcrum.Client.Calls;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;

namespace Fulcrum.Client.Http;

public sealed partial class HttpPlacementClient
{
    /// <inheritdoc/>
    public async Task<ImportReport> ImportAsync(FederationDocument federation, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        await _calls.PostAsync<FederationDocument, ImportReport>(ApiPaths.Import, federation, options, cancellationToken, _options.ImportTimeout);

    /// <inheritdoc/>
    public async Task<CapacityReport> GetCapacityAsync(CapacityQuery? query = null, CancellationToken cancellationToken = default)
    {
        CapacityQuery checkedQuery = LocalChecks.Capacity(query);
        string path = new HttpQuery(ApiPaths.Capacity).With("groupBy", checkedQuery.GroupBy).With("class", checkedQuery.Classes).ToString();
        return await _calls.GetAsync<CapacityReport>(path, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ShapeReportResource> CountShapesAsync(ShapeRequest request, CancellationToken cancellationToken = default) =>
        await _calls.AskAsync<ShapeRequest, ShapeReportResource>(ApiPaths.Shapes, request, cancellationToken);

    /// <inheritdoc/>
    public async Task<OrderResource> QuoteAsync(QuoteRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        await _calls.PostAsync<QuoteRequestResource, OrderResource>(ApiPaths.Quotes, QuoteRequestResource.From(request), options, cancellationToken);

    /// <inheritdoc/>
    public async Task<OrderResource> PlaceOrderAsync(OrderRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        await _calls.PostAsync<OrderRequest, OrderResource>(ApiPaths.Orders, request, options, cancellationToken);

    /// <inheritdoc/>
    public async Task<OrderResource> ConfirmOrderAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        await ChangeOrderAsync(id, "confirm", options, cancellationToken);

    /// <inheritdoc/>
    public async Task<OrderResource> CancelOrderAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        await ChangeOrderAsync(id, "cancel", options, cancellationToken);

    /// <inheritdoc/>
    public async Task<OrderResource> RenewOrderAsync(string id, int? holdSeconds = null, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        await _calls.PostAsync<RenewRequestResource, OrderResource>(
            ApiPaths.Of(ApiPaths.Orders, id, "renew"), new RenewRequestResource { HoldSeconds = holdSeconds }, options, cancellationToken);

    /// <inheritdoc/>
    public async Task<OrderResource> ActivateOrderAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        await ChangeOrderAsync(id, "activate", options, cancellationToken);

    /// <inheritdoc/>
    public async Task<OrderResource> GetOrderAsync(string id, CancellationToken cancellationToken = default) =>
        await _calls.GetAsync<OrderResource>(ApiPaths.Of(ApiPaths.Orders, id), cancellationToken);

    /// <inheritdoc/>
    public Pageable<OrderSummaryResource> ListOrders(OrderFilter? filter = null, PageQuery? page = null) =>
        List<OrderSummaryResource>(page, () => new HttpQuery(ApiPaths.Orders).With("state", filter?.State).With("consumerId", filter?.ConsumerId));

    /// <inheritdoc/>
    public async Task<EventListResource> GetOrderEventsAsync(string id, EventQuery? query = null, CancellationToken cancellationToken = default) =>
        await ReadEventsAsync(ApiPaths.Of(ApiPaths.Orders, id, "events"), query, cancellationToken);

    /// <inheritdoc/>
    public async Task<OrderDecisionResource> GetDecisionAsync(string id, CancellationToken cancellationToken = default) =>
        await _calls.GetAsync<OrderDecisionResource>(ApiPaths.Of(ApiPaths.Orders, id, "decision"), cancellationToken);

    /// <inheritdoc/>
    public async Task<EventListResource> ReadEventsAsync(EventQuery? query = null, CancellationToken cancellationToken = default) =>
        await ReadEventsAsync(ApiPaths.Events, query, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<EventResource> StreamEventsAsync(EventStreamOptions? options = null, CancellationToken cancellationToken = default) =>
        EventReader.ReadAsync(options ?? new EventStreamOptions(), ReadEventsAsync, _time, cancellationToken);

    private Task<EventListResource> ReadEventsAsync(string path, EventQuery? query, CancellationToken cancellationToken) =>
        _calls.GetAsync<EventListResource>(new HttpQuery(path).With(LocalChecks.Events(query)).ToString(), cancellationToken);

    private async Task<OrderResource> ChangeOrderAsync(string id, string verb, RequestOptions? options, CancellationToken cancellationToken) =>
        (await _calls.PostAsync<OrderResource>(ApiPaths.Of(ApiPaths.Orders, id, verb), options, cancellationToken)).Resource;
}
