using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Exchange;

/// <summary>The whole API as actor calls: what the HTTP edge and the client over the cluster's gateway both talk to. Stateless; key 0.</summary>
[Alias("fulcrum.gateway")]
public interface IPlacementGatewayGrain : IGrainWithIntegerKey
{
    /// <summary>A location.</summary>
    [Alias("get-location")]
    Task<Answer<LocationDocument>> GetLocationAsync(Caller caller, string id);

    /// <summary>Locations by id.</summary>
    [Alias("list-locations")]
    Task<Answer<Page<LocationDocument>>> ListLocationsAsync(Caller caller, PageQuery page);

    /// <summary>Creates or replaces a location.</summary>
    [Alias("put-location")]
    Task<Answer<LocationDocument>> PutLocationAsync(RequestContext context, LocationDocument location, Precondition precondition);

    /// <summary>Latencies between locations: measured ones, and with <paramref name="estimated"/> also those estimated from distance.</summary>
    [Alias("get-links")]
    Task<Answer<Page<LinkView>>> GetLinksAsync(Caller caller, bool estimated, PageQuery page);

    /// <summary>Replaces all measured latencies.</summary>
    [Alias("put-links")]
    Task<Answer<Page<LinkView>>> PutLinksAsync(RequestContext context, ImmutableArray<LinkDocument> links, Precondition precondition);

    /// <summary>A provider.</summary>
    [Alias("get-provider")]
    Task<Answer<ProviderView>> GetProviderAsync(Caller caller, string id);

    /// <summary>Providers by id.</summary>
    [Alias("list-providers")]
    Task<Answer<Page<ProviderView>>> ListProvidersAsync(Caller caller, LifecycleStatus? status, PageQuery page);

    /// <summary>Creates or replaces a provider; pending while its pools are being told.</summary>
    [Alias("put-provider")]
    Task<Answer<ProviderView>> PutProviderAsync(RequestContext context, ProviderDocument provider, Precondition precondition);

    /// <summary>Drains, suspends or activates a provider; pending while its pools are being told.</summary>
    [Alias("set-provider-status")]
    Task<Answer<ProviderView>> SetProviderStatusAsync(RequestContext context, string id, LifecycleStatus status);

    /// <summary>Retires a provider where nothing runs.</summary>
    [Alias("delete-provider")]
    Task<Answer<ProviderView>> DeleteProviderAsync(RequestContext context, string id, Precondition precondition);

    /// <summary>A pool with what is claimed; its version is the configuration version.</summary>
    [Alias("get-pool")]
    Task<Answer<PoolSummary>> GetPoolAsync(Caller caller, string id);

    /// <summary>Pools by id.</summary>
    [Alias("list-pools")]
    Task<Answer<Page<PoolSummary>>> ListPoolsAsync(Caller caller, PoolFilter filter, PageQuery page);

    /// <summary>Creates or replaces a pool.</summary>
    [Alias("put-pool")]
    Task<Answer<PoolSummary>> PutPoolAsync(RequestContext context, ResourcePoolDocument pool, Precondition precondition);

    /// <summary>Replaces a pool's inventories.</summary>
    [Alias("put-inventories")]
    Task<Answer<PoolSummary>> PutInventoriesAsync(RequestContext context, string id, SortedMap<InventoryDocument> inventories, Precondition precondition);

    /// <summary>Retires a pool where nothing runs.</summary>
    [Alias("delete-pool")]
    Task<Answer<PoolSummary>> DeletePoolAsync(RequestContext context, string id, Precondition precondition);

    /// <summary>What is held and runs in a pool, and for which orders.</summary>
    [Alias("list-allocations")]
    Task<Answer<Page<ClaimView>>> ListAllocationsAsync(Caller caller, string poolId, PageQuery page);

    /// <summary>Applies a federation document: validated whole before the first change, then object by object; upsert only.</summary>
    [Alias("import")]
    [ResponseTimeout("00:05:00")]
    Task<Answer<ImportReport>> ImportAsync(RequestContext context, FederationDocument federation);

    /// <summary>Sums capacity.</summary>
    [Alias("capacity")]
    Task<Answer<CapacityReport>> GetCapacityAsync(Caller caller, CapacityQuery query);

    /// <summary>How many of each shape can be sold now.</summary>
    [Alias("shapes")]
    Task<Answer<ShapeReport>> CountShapesAsync(Caller caller, ShapeRequest request);

    /// <summary>Plans without claiming anything; the quote can be ordered until <see cref="OrderView.ValidUntil"/>.</summary>
    [Alias("quote")]
    Task<Answer<OrderView>> QuoteAsync(RequestContext context, QuoteRequest request);

    /// <summary>Plans and holds.</summary>
    [Alias("place")]
    Task<Answer<OrderView>> PlaceAsync(RequestContext context, OrderRequest request);

    /// <summary>Confirms what is held.</summary>
    [Alias("confirm")]
    Task<Answer<OrderView>> ConfirmAsync(RequestContext context, string orderId);

    /// <summary>Ends holds and allocations alike.</summary>
    [Alias("cancel")]
    Task<Answer<OrderView>> CancelAsync(RequestContext context, string orderId);

    /// <summary>Lets holds stay longer.</summary>
    [Alias("renew")]
    Task<Answer<OrderView>> RenewAsync(RequestContext context, string orderId, int? holdSeconds);

    /// <summary>Reports an order provisioned.</summary>
    [Alias("activate")]
    Task<Answer<OrderView>> ActivateAsync(RequestContext context, string orderId);

    /// <summary>An order or a quote.</summary>
    [Alias("get-order")]
    Task<Answer<OrderView>> GetOrderAsync(Caller caller, string orderId);

    /// <summary>Orders of the caller's tenant by id.</summary>
    [Alias("list-orders")]
    Task<Answer<Page<OrderListItem>>> ListOrdersAsync(Caller caller, OrderFilter filter, PageQuery page);

    /// <summary>The events of one order.</summary>
    [Alias("order-events")]
    Task<Answer<EventPage>> GetOrderEventsAsync(Caller caller, string orderId, EventQuery query);

    /// <summary>Everything needed to check the decision on an order again.</summary>
    [Alias("order-decision")]
    Task<Answer<OrderDecision>> GetDecisionAsync(Caller caller, string orderId);

    /// <summary>The event feed.</summary>
    [Alias("events")]
    Task<Answer<EventPage>> ReadEventsAsync(Caller caller, EventQuery query);
}
