using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Markets;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Providers;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Contracts.Reading;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Pools;

namespace Fulcrum.Grains.Gateway;

/// <summary>Resource pools.</summary>
internal sealed class PoolGateway(IGrainFactory grains, IStreamCatalog catalog, MarketGateway markets)
{
    public async Task<Answer<PoolSummary>> GetAsync(string id) =>
        await Pool(id).GetSummaryAsync() is { Retired: false } summary ? Answers.Of(summary, summary.ConfigVersion) : Answers.NotFound<PoolSummary>("resource pool", id);

    public async Task<Answer<Page<PoolSummary>>> ListAsync(PoolFilter filter, PageQuery page)
    {
        List<PoolSummary> all = [];
        HeadQuery? query = new() { Kind = StreamKinds.Pool, Owner = filter.ProviderId, Limit = HeadQuery.LimitMax };
        while (query is not null)
        {
            HeadPage heads = await catalog.ReadHeadsAsync(query, CancellationToken.None);
            all.AddRange(heads.Heads.Select(static head => PoolFigures.Read(head.Fields)).OfType<PoolSummary>());
            query = heads.Next is null ? null : query with { After = heads.Next };
        }

        IEnumerable<PoolSummary> matching = all.Where(summary => !summary.Retired
            && (filter.LocationId is null || summary.Pool.LocationId == filter.LocationId)
            && (filter.Status is null || summary.Pool.Status == filter.Status));
        return Answers.PageOf(matching, static summary => summary.Pool.Id, page);
    }

    public async Task<Answer<PoolSummary>> PutAsync(RequestContext context, ResourcePoolDocument pool, Precondition precondition)
    {
        MarketView market = await markets.ViewAsync();
        if (!market.Locations.ContainsKey(pool.LocationId))
        {
            return Answers.Invalid<PoolSummary>([new RequestFault("$.locationId", $"There is no location '{pool.LocationId}'. Create it first.")]);
        }

        if (precondition.MustExist && await Pool(pool.Id).GetSummaryAsync() is null) return Answers.Failed<PoolSummary>(ErrorCodes.PreconditionFailed, $"Resource pool '{pool.Id}' does not exist.");
        ConfigureReply reply = await Pool(pool.Id).ConfigureAsync(new ConfigurePool
        {
            CommandId = context.CommandId,
            Deadline = context.Deadline,
            Caller = context.Caller,
            Pool = pool,
            ExpectedConfigVersion = precondition.Version,
            MustNotExist = precondition.MustNotExist,
        });
        return ToAnswer(pool.Id, reply);
    }

    public async Task<Answer<PoolSummary>> PutInventoriesAsync(RequestContext context, string id, SortedMap<InventoryDocument> inventories, Precondition precondition)
    {
        if (await Pool(id).GetSummaryAsync() is not { Retired: false } summary) return Answers.NotFound<PoolSummary>("resource pool", id);
        Precondition same = precondition.Version is null ? new Precondition { Version = summary.ConfigVersion } : precondition;
        return await PutAsync(context, summary.Pool with { Inventories = inventories }, same);
    }

    public async Task<Answer<PoolSummary>> DeleteAsync(RequestContext context, string id, Precondition precondition)
    {
        if (await Pool(id).GetSummaryAsync() is not { } summary) return Answers.NotFound<PoolSummary>("resource pool", id);
        ConfigureReply reply = await Pool(id).RetireAsync(new RetirePool { CommandId = context.CommandId, Deadline = context.Deadline, Caller = context.Caller, ExpectedConfigVersion = precondition.Version });
        if (reply.Code is null)
        {
            LeaveProvider leave = new() { CommandId = context.CommandId, Deadline = context.Deadline, Caller = context.Caller, Pool = new ResourcePoolId(id) };
            await grains.GetGrain<IProviderGrain>(new ProviderId(summary.Pool.ProviderId).Key).LeaveAsync(leave);
        }

        return ToAnswer(id, reply);
    }

    public async Task<Answer<Page<ClaimView>>> ListAllocationsAsync(string id, PageQuery page)
    {
        if (await Pool(id).GetSummaryAsync() is null) return Answers.NotFound<Page<ClaimView>>("resource pool", id);
        Guid after = Guid.Empty;
        if (page.Cursor is { } cursor && !Guid.TryParseExact(cursor, "N", out after))
        {
            return Answers.Invalid<Page<ClaimView>>([new RequestFault("query.cursor", $"'{Excerpt.Of(cursor)}' is not a cursor of this list. Use the nextCursor of the page before.")]);
        }

        ClaimPage claims = await Pool(id).ListClaimsAsync(new ListClaims { After = page.Cursor is null ? null : new AttemptId(after), Limit = page.Limit });
        return Answers.Of(new Page<ClaimView> { Items = claims.Items, TotalItems = claims.Total, NextCursor = claims.Next?.ToString() });
    }

    private static Answer<PoolSummary> ToAnswer(string id, ConfigureReply reply) => reply.Code is { } code
        ? Answers.Failed<PoolSummary>(code, $"Resource pool '{id}': {reply.Detail}")
        : new Answer<PoolSummary> { Value = reply.Summary, Version = reply.Summary?.ConfigVersion, Created = reply.Created, Changed = reply.Changed, Pending = reply.Unsettled > 0 };

    private IResourcePoolGrain Pool(string id) => grains.GetGrain<IResourcePoolGrain>(new ResourcePoolId(id).Key);
}
