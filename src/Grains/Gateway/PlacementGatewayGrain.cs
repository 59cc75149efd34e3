using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Grains.Capacity;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Placement;
using Orleans.Concurrency;

namespace Fulcrum.Grains.Gateway;

/// <summary>The whole API as actor calls. Stateless: every silo has its own.</summary>
[StatelessWorker, Reentrant]
internal sealed class PlacementGatewayGrain : Grain, IPlacementGatewayGrain, IIncomingGrainCallFilter
{
    private readonly MarketGateway _markets;
    private readonly ProviderGateway _providers;
    private readonly PoolGateway _pools;
    private readonly FederationImporter _importer;
    private readonly CapacityGateway _capacity;
    private readonly OrderGateway _orders;
    private readonly EventGateway _events;
    private readonly IdempotencyGate _gate;
    private readonly AdmissionGate _admission;

    public PlacementGatewayGrain(IGrainFactory grains, IStreamCatalog catalog, IEventFeed events, CapacityIndex index, CapacityIndexFeed feed, AdmissionGate admission, TimeProvider time)
    {
        _markets = new MarketGateway(grains);
        _providers = new ProviderGateway(grains, catalog, index);
        _pools = new PoolGateway(grains, catalog, _markets);
        _importer = new FederationImporter(_markets, _providers, _pools);
        _capacity = new CapacityGateway(index, time);
        _orders = new OrderGateway(grains, catalog, index, feed);
        _events = new EventGateway(events);
        _gate = new IdempotencyGate(grains);
        _admission = admission;
    }

    /// <inheritdoc/>
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (Exception exception) when (GatewayFailures.TryTell(exception, out string? code, out string? detail))
        {
            context.Result = GatewayFailures.Answer(context.InterfaceMethod, code, detail);
        }
    }

    /// <inheritdoc/>
    public Task<Answer<LocationDocument>> GetLocationAsync(Caller caller, string id) => _markets.GetLocationAsync(id);

    /// <inheritdoc/>
    public Task<Answer<Page<LocationDocument>>> ListLocationsAsync(Caller caller, PageQuery page) => _markets.ListLocationsAsync(page);

    /// <inheritdoc/>
    public Task<Answer<LocationDocument>> PutLocationAsync(RequestContext context, LocationDocument location, Precondition precondition) => _markets.PutLocationAsync(context, location, precondition);

    /// <inheritdoc/>
    public Task<Answer<Page<LinkView>>> GetLinksAsync(Caller caller, bool estimated, PageQuery page) => _markets.GetLinksAsync(estimated, page);

    /// <inheritdoc/>
    public Task<Answer<Page<LinkView>>> PutLinksAsync(RequestContext context, ImmutableArray<LinkDocument> links, Precondition precondition) => _markets.PutLinksAsync(context, links, precondition);

    /// <inheritdoc/>
    public Task<Answer<ProviderView>> GetProviderAsync(Caller caller, string id) => _providers.GetAsync(id);

    /// <inheritdoc/>
    public Task<Answer<Page<ProviderView>>> ListProvidersAsync(Caller caller, LifecycleStatus? status, PageQuery page) => _providers.ListAsync(status, page);

    /// <inheritdoc/>
    public Task<Answer<ProviderView>> PutProviderAsync(RequestContext context, ProviderDocument provider, Precondition precondition) => _providers.PutAsync(context, provider, precondition);

    /// <inheritdoc/>
    public Task<Answer<ProviderView>> SetProviderStatusAsync(RequestContext context, string id, LifecycleStatus status) => _providers.SetStatusAsync(context, id, status);

    /// <inheritdoc/>
    public Task<Answer<ProviderView>> DeleteProviderAsync(RequestContext context, string id, Precondition precondition) => _providers.DeleteAsync(context, id, precondition);

    /// <inheritdoc/>
    public Task<Answer<PoolSummary>> GetPoolAsync(Caller caller, string id) => _pools.GetAsync(id);

    /// <inheritdoc/>
    public Task<Answer<Page<PoolSummary>>> ListPoolsAsync(Caller caller, PoolFilter filter, PageQuery page) => _pools.ListAsync(filter, page);

    /// <inheritdoc/>
    public Task<Answer<PoolSummary>> PutPoolAsync(RequestContext context, ResourcePoolDocument pool, Precondition precondition) => _pools.PutAsync(context, pool, precondition);

    /// <inheritdoc/>
    public Task<Answer<PoolSummary>> PutInventoriesAsync(RequestContext context, string id, SortedMap<InventoryDocument> inventories, Precondition precondition) => _pools.PutInventoriesAsync(context, id, inventories, precondition);

    /// <inheritdoc/>
    public Task<Answer<PoolSummary>> DeletePoolAsync(RequestContext context, string id, Precondition precondition) => _pools.DeleteAsync(context, id, precondition);

    /// <inheritdoc/>
    public Task<Answer<Page<ClaimView>>> ListAllocationsAsync(Caller caller, string poolId, PageQuery page) => _pools.ListAllocationsAsync(poolId, page);

    /// <inheritdoc/>
    public Task<Answer<ImportReport>> ImportAsync(RequestContext context, FederationDocument federation) => _gate.OnceAsync(context, () => _importer.ImportAsync(context, federation));

    /// <inheritdoc/>
    public Task<Answer<CapacityReport>> GetCapacityAsync(Caller caller, CapacityQuery query) => Task.FromResult(_capacity.Sum(query));

    /// <inheritdoc/>
    public Task<Answer<ShapeReport>> CountShapesAsync(Caller caller, ShapeRequest request) => Task.Run(() => _capacity.Count(request));

    /// <inheritdoc/>
    public Task<Answer<OrderView>> QuoteAsync(RequestContext context, QuoteRequest request) => AdmitAsync(context, () => _orders.QuoteAsync(context, request));

    /// <inheritdoc/>
    public Task<Answer<OrderView>> PlaceAsync(RequestContext context, OrderRequest request) => AdmitAsync(context, () =>
        request.Order is { Id: null } ? _orders.PlaceAsync(context, request) : _gate.OnceAsync(context, () => _orders.PlaceAsync(context, request)));

    /// <inheritdoc/>
    public Task<Answer<OrderView>> ConfirmAsync(RequestContext context, string orderId) => _gate.OnceAsync(context, () => _orders.ConfirmAsync(context, orderId));

    /// <inheritdoc/>
    public Task<Answer<OrderView>> CancelAsync(RequestContext context, string orderId) => _gate.OnceAsync(context, () => _orders.CancelAsync(context, orderId));

    /// <inheritdoc/>
    public Task<Answer<OrderView>> RenewAsync(RequestContext context, string orderId, int? holdSeconds) => _gate.OnceAsync(context, () => _orders.RenewAsync(context, orderId, holdSeconds));

    /// <inheritdoc/>
    public Task<Answer<OrderView>> ActivateAsync(RequestContext context, string orderId) => _gate.OnceAsync(context, () => _orders.ActivateAsync(context, orderId));

    /// <inheritdoc/>
    public Task<Answer<OrderView>> GetOrderAsync(Caller caller, string orderId) => _orders.GetAsync(caller, orderId);

    /// <inheritdoc/>
    public Task<Answer<Page<OrderListItem>>> ListOrdersAsync(Caller caller, OrderFilter filter, PageQuery page) => _orders.ListAsync(caller, filter, page);

    /// <inheritdoc/>
    public async Task<Answer<EventPage>> GetOrderEventsAsync(Caller caller, string orderId, EventQuery query) =>
        await _orders.GetAsync(caller, orderId) is { Failure: { Code: ErrorCodes.NotFound } unknown }
            ? new Answer<EventPage> { Failure = unknown }
            : await _events.ReadAsync(caller, query, new OrderId(caller.Tenant, orderId).Key);

    /// <inheritdoc/>
    public Task<Answer<OrderDecision>> GetDecisionAsync(Caller caller, string orderId) => _orders.GetDecisionAsync(caller, orderId);

    /// <inheritdoc/>
    public Task<Answer<EventPage>> ReadEventsAsync(Caller caller, EventQuery query) => _events.ReadAsync(caller, query, null);

    private async Task<Answer<OrderView>> AdmitAsync(RequestContext context, Func<Task<Answer<OrderView>>> carryOut)
    {
        using Admission? admission = await _admission.EnterAsync(context.Caller.Tenant);
        return admission is null
            ? Answers.Failed<OrderView>(ErrorCodes.Overloaded, "The silo has more quotes and orders than it can place. Nothing was done; send the request again later.")
            : await carryOut();
    }
}
