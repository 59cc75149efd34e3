using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Reading;
using Fulcrum.Silo.Http.Answers;
using Fulcrum.Silo.Http.Documentation;
using Fulcrum.Silo.Http.Requests;

namespace Fulcrum.Silo.Http.Endpoints;

/// <summary>Latencies between locations.</summary>
internal static class LinkEndpoints
{
    public static void MapLinks(this RouteGroupBuilder api)
    {
        RouteGroupBuilder group = api.MapGroup("/links").WithTags("Locations");
        group.MapGet("", GetAsync).Named("getLinks", "Lists latencies between locations.")
            .Takes([.. QueryParameters.Page, QueryParameters.Estimated]).Answers<ListResource<LinkView>>(200);
        group.MapPut("", PutAsync).Named("putLinks", "Replaces all measured latencies.")
            .TakesPrecondition(mayCreate: true).TakesBody<LinkDocument[]>(HttpLimits.LargeBodyBytesMax).Answers<ListResource<LinkView>>(200, 201).Fails(409);
    }

    private static async Task<IResult> GetAsync(EdgeRequest request)
    {
        PageQuery page = request.Query.Page();
        bool estimated = request.Query.Flag(QueryParameters.Estimated);
        request.Check();
        Answer<Page<LinkView>> answer = await request.Gateway.GetLinksAsync(request.Caller, estimated, page);
        return answer.ToListResult(static link => link);
    }

    private static async Task<IResult> PutAsync(EdgeRequest request, HttpGates gates)
    {
        using IDisposable passage = gates.LargeBodies.Enter();
        Precondition precondition = request.Precondition(mayCreate: true);
        ImmutableArray<LinkDocument> links = await request.BodyAsync(DocumentReader.ReadLinks, HttpLimits.LargeBodyBytesMax);
        Answer<Page<LinkView>> answer = await request.Gateway.PutLinksAsync(request.Context(), links, precondition);
        return answer.ToListResult(static link => link);
    }
}
