using Fulcrum.Client.Calls;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;

namespace Fulcrum.Client.Http;

public sealed partial class HttpPlacementClient
{
    /// <inheritdoc/>
    public Task<ImportReport> ImportAsync(FederationDocument federation, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<FederationDocument, ImportReport>(ApiPaths.Import, federation, options, cancellationToken, _options.ImportTimeout);

    /// <inheritdoc/>
    public Task<CapacityReport> GetCapacityAsync(CapacityQuery? query = null, CancellationToken cancellationToken = default) => _calls.GetAsync<CapacityReport>(
        new HttpQuery(ApiPaths.Capacity).With("groupBy", query?.GroupBy ?? []).With("class", query?.Classes ?? []).ToString(), cancellationToken);

    /// <inheritdoc/>
    public Task<ShapeReportResource> CountShapesAsync(ShapeRequest request, CancellationToken cancellationToken = default) =>
        _calls.AskAsync<ShapeRequest, ShapeReportResource>(ApiPaths.Shapes, request, cancellationToken);

    /// <inheritdoc/>
    public Task<OrderResource> QuoteAsync(QuoteRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<QuoteRequestResource, OrderResource>(ApiPaths.Quotes, QuoteRequestResource.From(request), options, cancellationToken);

    /// <inheritdoc/>
    public Task<OrderResource> PlaceOrderAsync(OrderRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<OrderRequest, OrderResource>(ApiPaths.Orders, request, options, cancellationToken);

    /// <inheritdoc/>
    public Task<OrderResource> ConfirmOrderAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        ChangeOrderAsync(id, "confirm", options, cancellationToken);

    /// <inheritdoc/>
    public Task<OrderResource> CancelOrderAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        ChangeOrderAsync(id, "cancel", options, cancellationToken);

    /// <inheritdoc/>
    public Task<OrderResource> RenewOrderAsync(string id, int? holdSeconds = null, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<RenewRequestResource, OrderResource>(
            ApiPaths.Of(ApiPaths.Orders, id, "renew"), new RenewRequestResource { HoldSeconds = holdSeconds }, options, cancellationToken);

    /// <inheritdoc/>
    public Task<OrderResource> ActivateOrderAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        ChangeOrderAsync(id, "activate", options, cancellationToken);

    /// <inheritdoc/>
    public Task<OrderResource> GetOrderAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<OrderResource>(ApiPaths.Of(ApiPaths.Orders, id), cancellationToken);

    /// <inheritdoc/>
    public Pageable<OrderSummaryResource> ListOrders(OrderFilter? filter = null, PageQuery? page = null) =>
        List<OrderSummaryResource>(page, () => new HttpQuery(ApiPaths.Orders).With("state", filter?.State).With("consumerId", filter?.ConsumerId));

    /// <inheritdoc/>
    public Task<EventListResource> GetOrderEventsAsync(string id, EventQuery? query = null, CancellationToken cancellationToken = default) =>
        ReadEventsAsync(ApiPaths.Of(ApiPaths.Orders, id, "events"), query, cancellationToken);

    /// <inheritdoc/>
    public Task<OrderDecisionResource> GetDecisionAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<OrderDecisionResource>(ApiPaths.Of(ApiPaths.Orders, id, "decision"), cancellationToken);

    /// <inheritdoc/>
    public Task<EventListResource> ReadEventsAsync(EventQuery? query = null, CancellationToken cancellationToken = default) =>
        ReadEventsAsync(ApiPaths.Events, query, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<EventResource> StreamEventsAsync(EventStreamOptions? options = null, CancellationToken cancellationToken = default) =>
        EventReader.ReadAsync(options ?? new EventStreamOptions(), ReadEventsAsync, _time, cancellationToken);

    private Task<EventListResource> ReadEventsAsync(string path, EventQuery? query, CancellationToken cancellationToken) =>
        _calls.GetAsync<EventListResource>(new HttpQuery(path).With(LocalChecks.Events(query)).ToString(), cancellationToken);

    private async Task<OrderResource> ChangeOrderAsync(string id, string verb, RequestOptions? options, CancellationToken cancellationToken) =>
        (await _calls.PostAsync<OrderResource>(ApiPaths.Of(ApiPaths.Orders, id, verb), options, cancellationToken)).Resource;
}
