using System.Collections.Immutable;
using Fulcrum.Client.Calls;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Reading;

namespace Fulcrum.Client.Gateway;

/// <summary>The placement engine over the gateway of its Orleans cluster, or inside a silo's own process.</summary>
public sealed partial class GatewayPlacementClient : IPlacementClient
{
    private const long GatewayKey = 0;

    private readonly GatewayCalls _calls;
    private readonly CallOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Makes a client.</summary>
    /// <param name="grains">A client of the cluster, or the grain factory of a silo.</param>
    /// <param name="caller">On whose behalf it calls.</param>
    /// <param name="options">Time-outs and tries.</param>
    /// <param name="time">Clock; by default the system's. Its instant decides on the deadline that the engine keeps, so it must agree with the silos'.</param>
    /// <param name="random">Spreads retries; by default <see cref="Random.Shared"/>. Used by several threads at once.</param>
    public GatewayPlacementClient(IGrainFactory grains, Caller caller, CallOptions options, TimeProvider? time = null, Random? random = null)
        : this(() => grains.GetGrain<IPlacementGatewayGrain>(GatewayKey), caller, options, time ?? TimeProvider.System, random ?? Random.Shared)
    {
    }

    internal GatewayPlacementClient(Func<IPlacementGatewayGrain> gateway, Caller caller, CallOptions options, TimeProvider time, Random random)
    {
        _calls = new GatewayCalls(gateway, caller, options, time, random);
        _options = options;
        _time = time;
    }

    /// <inheritdoc/>
    public async Task<LocationResource> GetLocationAsync(string id, CancellationToken cancellationToken = default)
    {
        LocalChecks.Id(id);
        return WithVersion(await _calls.ReadVersionedAsync((gateway, caller) => gateway.GetLocationAsync(caller, id), LocationResource.From, cancellationToken)).Resource;
    }

    /// <inheritdoc/>
    public Pageable<LocationResource> ListLocations(PageQuery? page = null) =>
        List(page, static (gateway, caller, query) => gateway.ListLocationsAsync(caller, query), LocationResource.From);

    /// <inheritdoc/>
    public async Task<ChangeResult<LocationResource>> PutLocationAsync(LocationDocument location, Precondition precondition, CancellationToken cancellationToken = default)
    {
        Precondition checkedPrecondition = LocalChecks.Precondition(precondition);
        return WithVersion(await _calls.PutAsync(
            ApiPaths.Of(ApiPaths.Locations, location.Id),
            GatewayBody<LocationDocument>.Of(location, ResourceReader.ReadLocation),
            (gateway, context, body) => gateway.PutLocationAsync(context, body, checkedPrecondition),
            LocationResource.From,
            cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<ChangeResult<ListResource<LinkView>>> GetLinksAsync(bool estimated = false, PageQuery? page = null, CancellationToken cancellationToken = default) =>
        await _calls.ReadVersionedAsync((gateway, caller) => gateway.GetLinksAsync(caller, estimated, page ?? new PageQuery()), Links, cancellationToken);

    /// <inheritdoc/>
    public Pageable<LinkView> ListLinks(bool estimated = false, PageQuery? page = null) =>
        List(page, (gateway, caller, query) => gateway.GetLinksAsync(caller, estimated, query), static link => link);

    /// <inheritdoc/>
    public async Task<ChangeResult<ListResource<LinkView>>> PutLinksAsync(
        ImmutableArray<LinkDocument> links, Precondition precondition, CancellationToken cancellationToken = default)
    {
        Precondition checkedPrecondition = LocalChecks.Precondition(precondition);
        return await _calls.PutAsync(
            ApiPaths.Links,
            GatewayBody<ImmutableArray<LinkDocument>>.Of(links, DocumentReader.ReadLinks),
            (gateway, context, body) => gateway.PutLinksAsync(context, body, checkedPrecondition),
            Links,
            cancellationToken);
    }

    private static ListResource<LinkView> Links(Page<LinkView> page) => ListResources.From(page, static link => link);

    private static ChangeResult<LocationResource> WithVersion(ChangeResult<LocationResource> result) =>
        result with { Resource = result.Resource with { Version = result.Version } };

    private Pageable<TResource> List<TView, TResource>(
        PageQuery? first, Func<IPlacementGatewayGrain, Caller, PageQuery, Task<Answer<Page<TView>>>> ask, Func<TView, TResource> map) =>
        new(first, (page, cancellationToken) => _calls.ReadAsync((gateway, caller) => ask(gateway, caller, page), items => ListResources.From(items, map), cancellationToken));
}
