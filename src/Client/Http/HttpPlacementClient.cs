using System.Collections.Immutable;
using Fulcrum.Client.Calls;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Client.Http;

/// <summary>The placement engine over HTTP, for callers outside the cluster's network.</summary>
public sealed partial class HttpPlacementClient : IPlacementClient
{
    private readonly HttpCalls _calls;
    private readonly CallOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Makes a client.</summary>
    /// <param name="http">Its base address is the engine's and ends with a slash; its own time-out is longer than those of <paramref name="options"/>.</param>
    /// <param name="options">Time-outs and tries.</param>
    /// <param name="time">Clock; by default the system's.</param>
    /// <param name="random">Spreads retries; by default <see cref="Random.Shared"/>. Used by several threads at once.</param>
    public HttpPlacementClient(HttpClient http, CallOptions options, TimeProvider? time = null, Random? random = null)
    {
        _options = options;
        _time = time ?? TimeProvider.System;
        _calls = new HttpCalls(http, options, _time, random ?? Random.Shared);
    }

    /// <inheritdoc/>
    public async Task<LocationResource> GetLocationAsync(string id, CancellationToken cancellationToken = default) =>
        await _calls.GetAsync<LocationResource>(ApiPaths.Of(ApiPaths.Locations, id), cancellationToken);

    /// <inheritdoc/>
    public Pageable<LocationResource> ListLocations(PageQuery? page = null) => List<LocationResource>(page, static () => new HttpQuery(ApiPaths.Locations));

    /// <inheritdoc/>
    public async Task<ChangeResult<LocationResource>> PutLocationAsync(LocationDocument location, Precondition precondition, CancellationToken cancellationToken = default) =>
        await _calls.PutAsync<LocationDocument, LocationResource>(ApiPaths.Of(ApiPaths.Locations, location.Id), location, precondition, cancellationToken);

    /// <inheritdoc/>
    public async Task<ChangeResult<ListResource<LinkView>>> GetLinksAsync(bool estimated = false, PageQuery? page = null, CancellationToken cancellationToken = default) =>
        await _calls.GetVersionedAsync<ListResource<LinkView>>(Links(estimated).With(page ?? new PageQuery()).ToString(), cancellationToken);

    /// <inheritdoc/>
    public Pageable<LinkView> ListLinks(bool estimated = false, PageQuery? page = null) => List<LinkView>(page, () => Links(estimated));

    /// <inheritdoc/>
    public async Task<ChangeResult<ListResource<LinkView>>> PutLinksAsync(
        ImmutableArray<LinkDocument> links, Precondition precondition, CancellationToken cancellationToken = default) =>
        await _calls.PutAsync<ImmutableArray<LinkDocument>, ListResource<LinkView>>(ApiPaths.Links, links, precondition, cancellationToken);

    /// <inheritdoc/>
    public async Task<ProviderResource> GetProviderAsync(string id, CancellationToken cancellationToken = default) =>
        await _calls.GetAsync<ProviderResource>(ApiPaths.Of(ApiPaths.Providers, id), cancellationToken);

    /// <inheritdoc/>
    public Pageable<ProviderResource> ListProviders(LifecycleStatus? status = null, PageQuery? page = null) =>
        List<ProviderResource>(page, () => new HttpQuery(ApiPaths.Providers).With("status", status));

    /// <inheritdoc/>
    public async Task<ChangeResult<ProviderResource>> PutProviderAsync(ProviderDocument provider, Precondition precondition, CancellationToken cancellationToken = default) =>
        await _calls.PutAsync<ProviderDocument, ProviderResource>(ApiPaths.Of(ApiPaths.Providers, provider.Id), provider, precondition, cancellationToken);

    /// <inheritdoc/>
    public async Task<ChangeResult<ProviderResource>> DrainProviderAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        await _calls.PostAsync<ProviderResource>(ApiPaths.Of(ApiPaths.Providers, id, "drain"), options, cancellationToken);

    /// <inheritdoc/>
    public async Task<ChangeResult<ProviderResource>> SuspendProviderAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        await _calls.PostAsync<ProviderResource>(ApiPaths.Of(ApiPaths.Providers, id, "suspend"), options, cancellationToken);

    /// <inheritdoc/>
    public async Task<ChangeResult<ProviderResource>> ActivateProviderAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        await _calls.PostAsync<ProviderResource>(ApiPaths.Of(ApiPaths.Providers, id, "activate"), options, cancellationToken);

    /// <inheritdoc/>
    public async Task<ChangeResult<ProviderResource>> DeleteProviderAsync(string id, Precondition precondition, CancellationToken cancellationToken = default) =>
        await _calls.DeleteAsync<ProviderResource>(ApiPaths.Of(ApiPaths.Providers, id), precondition, cancellationToken);

    /// <inheritdoc/>
    public async Task<PoolResource> GetPoolAsync(string id, CancellationToken cancellationToken = default) =>
        await _calls.GetAsync<PoolResource>(ApiPaths.Of(ApiPaths.Pools, id), cancellationToken);

    /// <inheritdoc/>
    public Pageable<PoolResource> ListPools(PoolFilter? filter = null, PageQuery? page = null) => List<PoolResource>(
        page, () => new HttpQuery(ApiPaths.Pools).With("providerId", filter?.ProviderId).With("locationId", filter?.LocationId).With("status", filter?.Status));

    /// <inheritdoc/>
    public async Task<ChangeResult<PoolResource>> PutPoolAsync(ResourcePoolDocument pool, Precondition precondition, CancellationToken cancellationToken = default) =>
        await _calls.PutAsync<ResourcePoolDocument, PoolResource>(ApiPaths.Of(ApiPaths.Pools, pool.Id), pool, precondition, cancellationToken);

    /// <inheritdoc/>
    public async Task<ChangeResult<PoolResource>> PutInventoriesAsync(
        string id, SortedMap<InventoryDocument> inventories, Precondition precondition, CancellationToken cancellationToken = default) =>
        await _calls.PutAsync<SortedMap<InventoryDocument>, PoolResource>(ApiPaths.Of(ApiPaths.Pools, id, "inventories"), inventories, precondition, cancellationToken);

    /// <inheritdoc/>
    public async Task<ChangeResult<PoolResource>> DeletePoolAsync(string id, Precondition precondition, CancellationToken cancellationToken = default) =>
        await _calls.DeleteAsync<PoolResource>(ApiPaths.Of(ApiPaths.Pools, id), precondition, cancellationToken);

    /// <inheritdoc/>
    public Pageable<AllocationResource> ListAllocations(string poolId, PageQuery? page = null)
    {
        string path = ApiPaths.Of(ApiPaths.Pools, poolId, "allocations");
        return List<AllocationResource>(page, () => new HttpQuery(path));
    }

    private static HttpQuery Links(bool estimated) => new HttpQuery(ApiPaths.Links).With("estimated", estimated ? "true" : null);

    private Pageable<T> List<T>(PageQuery? first, Func<HttpQuery> query) =>
        new(first, (page, cancellationToken) => _calls.GetAsync<ListResource<T>>(query().With(page).ToString(), cancellationToken));
}
