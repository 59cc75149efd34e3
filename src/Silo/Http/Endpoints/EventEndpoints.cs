using System.Net.Mime;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Silo.Http.Answers;
using Fulcrum.Silo.Http.Documentation;
using Fulcrum.Silo.Http.Requests;

namespace Fulcrum.Silo.Http.Endpoints;

/// <summary>The event feed.</summary>
internal static class EventEndpoints
{
    private const string LastEventId = "Last-Event-ID";

    public static void MapEvents(this RouteGroupBuilder api) =>
        api.MapGet("/events", GetAsync).WithTags("Events")
            .Named("listEvents", "Reads the event feed: a page as JSON, or, with Accept: text/event-stream, what there is and what comes, resumable with Last-Event-ID.")
            .Takes(QueryParameters.After, QueryParameters.Limit, QueryParameters.Types)
            .WithMetadata(new TakesHeader(LastEventId, "Of a stream: the id of the last event seen; comes before after."))
            .Answers<EventListResource>().Fails(StatusCodes.Status410Gone)
            .Produces<EventListResource>(StatusCodes.Status200OK, MediaTypeNames.Application.Json, EventStreamResult.MediaType);

    /// <summary>Which part of a feed is wanted.</summary>
    public static EventQuery Query(EdgeRequest request) => new()
    {
        After = request.Query.Text(QueryParameters.After, HttpLimits.CursorLengthMax),
        Limit = request.Query.Whole(QueryParameters.Limit),
        Types = request.Query.Texts(QueryParameters.Types),
    };

    private static async Task<IResult> GetAsync(EdgeRequest request, HttpGates gates)
    {
        EventQuery query = Query(request);
        request.Check();
        if (!WantsStream(request.Http)) return (await request.Gateway.ReadEventsAsync(request.Caller, query)).ToResult(EventListResource.From);
        string? lastEventId = request.Http.Request.Headers[LastEventId];
        return string.IsNullOrEmpty(lastEventId)
            ? new EventStreamResult(request, query, QueryParameters.After.Path, gates.EventStreams)
            : new EventStreamResult(request, query with { After = lastEventId }, $"header.{LastEventId}", gates.EventStreams);
    }

    private static bool WantsStream(HttpContext http) =>
        http.Request.GetTypedHeaders().Accept.Any(static type => type.MediaType.Equals(EventStreamResult.MediaType, StringComparison.OrdinalIgnoreCase));
}
