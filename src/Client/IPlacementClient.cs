using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Client;

/// <summary>
/// The placement engine's whole API. Whatever is refused is thrown as <see cref="PlacementException"/>, the same over every transport.
/// Failures that pass are retried inside a call, always under the same idempotency key, so that a request has one effect however often
/// it is sent. Cancelling a call ends the wait for its answer; it does not take back what was sent.
/// </summary>
public interface IPlacementClient
{
    /// <summary>A location.</summary>
    Task<LocationResource> GetLocationAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Locations by id.</summary>
    Pageable<LocationResource> ListLocations(PageQuery? page = null);

    /// <summary>Creates or replaces a location.</summary>
    Task<ChangeResult<LocationResource>> PutLocationAsync(LocationDocument location, Precondition precondition, CancellationToken cancellationToken = default);

    /// <summary>One page of the latencies between locations, with the version that <see cref="PutLinksAsync"/> asks for.</summary>
    /// <param name="estimated">Whether to list also latencies estimated from distance.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<ChangeResult<ListResource<LinkView>>> GetLinksAsync(bool estimated = false, PageQuery? page = null, CancellationToken cancellationToken = default);

    /// <summary>Latencies between locations.</summary>
    /// <param name="estimated">Whether to list also latencies estimated from distance.</param>
    /// <param name="page">Where to begin, and how many to read at once.</param>
    Pageable<LinkView> ListLinks(bool estimated = false, PageQuery? page = null);

    /// <summary>Replaces all measured latencies.</summary>
    Task<ChangeResult<ListResource<LinkView>>> PutLinksAsync(
        ImmutableArray<LinkDocument> links, Precondition precondition, CancellationToken cancellationToken = default);

    /// <summary>A provider.</summary>
    Task<ProviderResource> GetProviderAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Providers by id.</summary>
    Pageable<ProviderResource> ListProviders(LifecycleStatus? status = null, PageQuery? page = null);

    /// <summary>Creates or replaces a provider; pending while its pools are being told.</summary>
    Task<ChangeResult<ProviderResource>> PutProviderAsync(ProviderDocument provider, Precondition precondition, CancellationToken cancellationToken = default);

    /// <summary>Lets a provider take no new orders; what is held may still be confirmed.</summary>
    Task<ChangeResult<ProviderResource>> DrainProviderAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lets a provider take no new orders; what is held is voided.</summary>
    Task<ChangeResult<ProviderResource>> SuspendProviderAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lets a provider take new orders.</summary>
    Task<ChangeResult<ProviderResource>> ActivateProviderAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Retires a provider where nothing runs.</summary>
    Task<ChangeResult<ProviderResource>> DeleteProviderAsync(string id, Precondition precondition, CancellationToken cancellationToken = default);

    /// <summary>A resource pool with what is claimed of it.</summary>
    Task<PoolResource> GetPoolAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Resource pools by id.</summary>
    Pageable<PoolResource> ListPools(PoolFilter? filter = null, PageQuery? page = null);

    /// <summary>Creates or replaces a resource pool.</summary>
    Task<ChangeResult<PoolResource>> PutPoolAsync(ResourcePoolDocument pool, Precondition precondition, CancellationToken cancellationToken = default);

    /// <summary>Replaces the inventories of a resource pool.</summary>
    Task<ChangeResult<PoolResource>> PutInventoriesAsync(
        string id, SortedMap<InventoryDocument> inventories, Precondition precondition, CancellationToken cancellationToken = default);

    /// <summary>Retires a resource pool where nothing runs.</summary>
    Task<ChangeResult<PoolResource>> DeletePoolAsync(string id, Precondition precondition, CancellationToken cancellationToken = default);

    /// <summary>What is held and runs in a resource pool, and for which orders.</summary>
    Pageable<AllocationResource> ListAllocations(string poolId, PageQuery? page = null);

    /// <summary>Applies a federation document: validated whole before the first change, then object by object; upsert only, so that repeating it resumes it.</summary>
    Task<ImportReport> ImportAsync(FederationDocument federation, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sums what is sellable, held, allocated and free.</summary>
    Task<CapacityReport> GetCapacityAsync(CapacityQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>Counts how many of each shape can be sold now, each shape on its own.</summary>
    Task<ShapeReportResource> CountShapesAsync(ShapeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Plans an order without claiming anything.</summary>
    /// <exception cref="PlacementException">Code <c>placement.infeasible</c>: no plan exists; the exception says why.</exception>
    Task<OrderResource> QuoteAsync(QuoteRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Plans an order and holds it, holds a quote, or does all in one call.</summary>
    /// <exception cref="PlacementException">Code <c>placement.infeasible</c>: no plan exists; the exception says why.</exception>
    Task<OrderResource> PlaceOrderAsync(OrderRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Turns the holds of an order into allocations.</summary>
    Task<OrderResource> ConfirmOrderAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Ends the holds and allocations of an order.</summary>
    Task<OrderResource> CancelOrderAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lets the holds of an order stay longer.</summary>
    /// <param name="id">The order.</param>
    /// <param name="holdSeconds">How long from now; absent is the engine's default.</param>
    /// <param name="options">Idempotency key.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<OrderResource> RenewOrderAsync(string id, int? holdSeconds = null, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Reports an order provisioned.</summary>
    Task<OrderResource> ActivateOrderAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>An order or a quote.</summary>
    Task<OrderResource> GetOrderAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Orders of the caller's tenant by id.</summary>
    Pageable<OrderSummaryResource> ListOrders(OrderFilter? filter = null, PageQuery? page = null);

    /// <summary>One page of the events of an order.</summary>
    Task<EventListResource> GetOrderEventsAsync(string id, EventQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>Everything needed to check the decision on an order again.</summary>
    Task<OrderDecisionResource> GetDecisionAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>One page of the event feed. Its cursor is worth keeping also when no event came.</summary>
    Task<EventListResource> ReadEventsAsync(EventQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>The event feed from a cursor on. To resume, begin again after <see cref="EventResource.Cursor"/> of the last event that was dealt with.</summary>
    IAsyncEnumerable<EventResource> StreamEventsAsync(EventStreamOptions? options = null, CancellationToken cancellationToken = default);
}
