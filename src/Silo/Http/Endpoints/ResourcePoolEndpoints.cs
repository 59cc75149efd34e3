using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Contracts.Reading;
using Fulcrum.Silo.Http.Answers;
using Fulcrum.Silo.Http.Documentation;
using Fulcrum.Silo.Http.Requests;

namespace Fulcrum.Silo.Http.Endpoints;

/// <summary>Pools with inventories, offers, prices, traits.</summary>
internal static class ResourcePoolEndpoints
{
    private const string Path = "/resource-pools";

    private static readonly ImmutableArray<QueryParameter> ListParameters =
        [.. QueryParameters.Page, QueryParameters.ProviderId, QueryParameters.LocationId, QueryParameters.Status];

    public static void MapResourcePools(this RouteGroupBuilder api)
    {
        RouteGroupBuilder group = api.MapGroup(Path).WithTags("Resource pools");
        group.MapGet("", ListAsync).Named("listResourcePools", "Lists pools by id.")
            .Takes(ListParameters).Answers<ListResource<PoolResource>>(200);
        group.MapGet("{id}", GetAsync).Named("getResourcePool", "Answers a pool with what is claimed of it.")
            .Answers<PoolResource>(200).Fails(404);
        group.MapPut("{id}", PutAsync).Named("putResourcePool", "Creates or replaces a pool.")
            .TakesPrecondition(mayCreate: true).TakesBody<ResourcePoolDocument>().Answers<PoolResource>(200, 201, 202).Fails(404, 409);
        group.MapDelete("{id}", DeleteAsync).Named("deleteResourcePool", "Retires a pool where nothing runs.")
            .TakesPrecondition().Answers<PoolResource>(200, 202).Fails(404, 409);
        group.MapPut("{id}/inventories", PutInventoriesAsync).Named("putInventories", "Replaces the inventories of a pool.")
            .TakesPrecondition().TakesBody<SortedMap<InventoryDocument>>().Answers<PoolResource>(200, 202).Fails(404, 409);
        group.MapGet("{id}/allocations", ListAllocationsAsync).Named("listAllocations", "Lists what is held and runs in a pool, and for which orders.")
            .Takes(QueryParameters.Page).Answers<ListResource<AllocationResource>>(200).Fails(404);
    }

    private static async Task<IResult> ListAsync(EdgeRequest request)
    {
        PageQuery page = request.Query.Page();
        PoolFilter filter = new()
        {
            ProviderId = request.Query.Id(QueryParameters.ProviderId),
            LocationId = request.Query.Id(QueryParameters.LocationId),
            Status = request.Query.Choice<LifecycleStatus>(QueryParameters.Status),
        };
        request.Check();
        return (await request.Gateway.ListPoolsAsync(request.Caller, filter, page)).ToListResult(PoolResource.From);
    }

    private static async Task<IResult> GetAsync(EdgeRequest request, string id)
    {
        request.Id(id);
        request.Check();
        return (await request.Gateway.GetPoolAsync(request.Caller, id)).ToResult(PoolResource.From);
    }

    private static async Task<IResult> PutAsync(EdgeRequest request, string id)
    {
        request.Id(id);
        Precondition precondition = request.Precondition(mayCreate: true);
        ResourcePoolDocument pool = await request.BodyAsync(ResourceReader.ReadResourcePool);
        request.RequireSameId(id, pool.Id);
        Answer<PoolSummary> answer = await request.Gateway.PutPoolAsync(request.Context(), pool, precondition);
        return answer.ToResult(PoolResource.From, static put => $"{HttpApi.BasePath}{Path}/{put.Pool.Id}");
    }

    private static async Task<IResult> DeleteAsync(EdgeRequest request, string id)
    {
        request.Id(id);
        Precondition precondition = request.Precondition();
        request.Check();
        return (await request.Gateway.DeletePoolAsync(request.Context(), id, precondition)).ToResult(PoolResource.From);
    }

    private static async Task<IResult> PutInventoriesAsync(EdgeRequest request, string id)
    {
        request.Id(id);
        Precondition precondition = request.Precondition();
        SortedMap<InventoryDocument> inventories = await request.BodyAsync(DocumentReader.ReadInventories);
        return (await request.Gateway.PutInventoriesAsync(request.Context(), id, inventories, precondition)).ToResult(PoolResource.From);
    }

    private static async Task<IResult> ListAllocationsAsync(EdgeRequest request, string id)
    {
        request.Id(id);
        PageQuery page = request.Query.Page();
        request.Check();
        return (await request.Gateway.ListAllocationsAsync(request.Caller, id, page)).ToListResult(AllocationResource.From);
    }
}
