using Fulcrum.Client.Calls;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Contracts.Reading;

namespace Fulcrum.Client.Gateway;

public sealed partial class GatewayPlacementClient
{
    /// <inheritdoc/>
    public async Task<ProviderResource> GetProviderAsync(string id, CancellationToken cancellationToken = default)
    {
        LocalChecks.Id(id);
        return await _calls.ReadAsync((gateway, caller) => gateway.GetProviderAsync(caller, id), ProviderResource.From, cancellationToken);
    }

    /// <inheritdoc/>
    public Pageable<ProviderResource> ListProviders(LifecycleStatus? status = null, PageQuery? page = null) =>
        List(page, (gateway, caller, query) => gateway.ListProvidersAsync(caller, status, query), ProviderResource.From);

    /// <inheritdoc/>
    public async Task<ChangeResult<ProviderResource>> PutProviderAsync(ProviderDocument provider, Precondition precondition, CancellationToken cancellationToken = default)
    {
        Precondition checkedPrecondition = LocalChecks.Precondition(precondition);
        return await _calls.PutAsync(
            ApiPaths.Of(ApiPaths.Providers, provider.Id),
            GatewayBody<ProviderDocument>.Of(provider, ResourceReader.ReadProvider),
            (gateway, context, body) => gateway.PutProviderAsync(context, body, checkedPrecondition),
            ProviderResource.From,
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ChangeResult<ProviderResource>> DrainProviderAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        await SetStatusAsync(id, "drain", LifecycleStatus.Draining, options, cancellationToken);

    /// <inheritdoc/>
    public async Task<ChangeResult<ProviderResource>> SuspendProviderAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        await SetStatusAsync(id, "suspend", LifecycleStatus.Suspended, options, cancellationToken);

    /// <inheritdoc/>
    public async Task<ChangeResult<ProviderResource>> ActivateProviderAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        await SetStatusAsync(id, "activate", LifecycleStatus.Active, options, cancellationToken);

    /// <inheritdoc/>
    public async Task<ChangeResult<ProviderResource>> DeleteProviderAsync(string id, Precondition precondition, CancellationToken cancellationToken = default)
    {
        Precondition checkedPrecondition = LocalChecks.Precondition(precondition);
        return await _calls.DeleteAsync(
            ApiPaths.Of(ApiPaths.Providers, id), (gateway, context) => gateway.DeleteProviderAsync(context, id, checkedPrecondition), ProviderResource.From, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<PoolResource> GetPoolAsync(string id, CancellationToken cancellationToken = default)
    {
        LocalChecks.Id(id);
        return await _calls.ReadAsync((gateway, caller) => gateway.GetPoolAsync(caller, id), PoolResource.From, cancellationToken);
    }

    /// <inheritdoc/>
    public Pageable<PoolResource> ListPools(PoolFilter? filter = null, PageQuery? page = null) =>
        List(page, (gateway, caller, query) => gateway.ListPoolsAsync(caller, filter ?? new PoolFilter(), query), PoolResource.From);

    /// <inheritdoc/>
    public async Task<ChangeResult<PoolResource>> PutPoolAsync(ResourcePoolDocument pool, Precondition precondition, CancellationToken cancellationToken = default)
    {
        Precondition checkedPrecondition = LocalChecks.Precondition(precondition);
        return await _calls.PutAsync(
            ApiPaths.Of(ApiPaths.Pools, pool.Id),
            GatewayBody<ResourcePoolDocument>.Of(pool, ResourceReader.ReadResourcePool),
            (gateway, context, body) => gateway.PutPoolAsync(context, body, checkedPrecondition),
            PoolResource.From,
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ChangeResult<PoolResource>> PutInventoriesAsync(
        string id, SortedMap<InventoryDocument> inventories, Precondition precondition, CancellationToken cancellationToken = default)
    {
        Precondition checkedPrecondition = LocalChecks.Precondition(precondition);
        return await _calls.PutAsync(
            ApiPaths.Of(ApiPaths.Pools, id, "inventories"),
            GatewayBody<SortedMap<InventoryDocument>>.Of(inventories, DocumentReader.ReadInventories),
            (gateway, context, body) => gateway.PutInventoriesAsync(context, id, body, checkedPrecondition),
            PoolResource.From,
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ChangeResult<PoolResource>> DeletePoolAsync(string id, Precondition precondition, CancellationToken cancellationToken = default)
    {
        Precondition checkedPrecondition = LocalChecks.Precondition(precondition);
        return await _calls.DeleteAsync(
            ApiPaths.Of(ApiPaths.Pools, id), (gateway, context) => gateway.DeletePoolAsync(context, id, checkedPrecondition), PoolResource.From, cancellationToken);
    }

    /// <inheritdoc/>
    public Pageable<AllocationResource> ListAllocations(string poolId, PageQuery? page = null)
    {
        LocalChecks.Id(poolId);
        return List(page, (gateway, caller, query) => gateway.ListAllocationsAsync(caller, poolId, query), AllocationResource.From);
    }

    private Task<ChangeResult<ProviderResource>> SetStatusAsync(string id, string verb, LifecycleStatus status, RequestOptions? options, CancellationToken cancellationToken) =>
        _calls.PostAsync(
            ApiPaths.Of(ApiPaths.Providers, id, verb), options, (gateway, context) => gateway.SetProviderStatusAsync(context, id, status), ProviderResource.From, cancellationToken);
}
