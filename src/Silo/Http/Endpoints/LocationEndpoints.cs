using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Reading;
using Fulcrum.Silo.Http.Answers;
using Fulcrum.Silo.Http.Documentation;
using Fulcrum.Silo.Http.Requests;

namespace Fulcrum.Silo.Http.Endpoints;

/// <summary>Places.</summary>
internal static class LocationEndpoints
{
    private const string Path = "/locations";

    public static void MapLocations(this RouteGroupBuilder api)
    {
        RouteGroupBuilder group = api.MapGroup(Path).WithTags("Locations");
        group.MapGet("", ListAsync).Named("listLocations", "Lists locations by id.")
            .Takes(QueryParameters.Page).Answers<ListResource<LocationResource>>(200);
        group.MapGet("{id}", GetAsync).Named("getLocation", "Answers a location.")
            .Answers<LocationResource>(200).Fails(404);
        group.MapPut("{id}", PutAsync).Named("putLocation", "Creates or replaces a location.")
            .TakesPrecondition(mayCreate: true).TakesBody<LocationDocument>().Answers<LocationResource>(200, 201).Fails(404, 409);
    }

    private static async Task<IResult> ListAsync(EdgeRequest request)
    {
        PageQuery page = request.Query.Page();
        request.Check();
        Answer<Page<LocationDocument>> answer = await request.Gateway.ListLocationsAsync(request.Caller, page);
        return answer.ToListResult(LocationResource.From);
    }

    private static async Task<IResult> GetAsync(EdgeRequest request, string id)
    {
        request.Id(id);
        request.Check();
        Answer<LocationDocument> answer = await request.Gateway.GetLocationAsync(request.Caller, id);
        return answer.ToCoveredResult(location => LocationResource.From(location, answer.Version));
    }

    private static async Task<IResult> PutAsync(EdgeRequest request, string id)
    {
        request.Id(id);
        Precondition precondition = request.Precondition(mayCreate: true);
        LocationDocument location = await request.BodyAsync(ResourceReader.ReadLocation);
        request.RequireSameId(id, location.Id);
        Answer<LocationDocument> answer = await request.Gateway.PutLocationAsync(request.Context(), location, precondition);
        return answer.ToResult(put => LocationResource.From(put, answer.Version), static put => $"{HttpApi.BasePath}{Path}/{put.Id}");
    }
}
