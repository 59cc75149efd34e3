using System.Net;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Silo.Http;

namespace Fulcrum.Silo.Tests.Http;

/// <summary>The feed as JSON and as server-sent events.</summary>
public sealed class EventFeedTests : EdgeTests
{
    private const string Path = "/api/v1/events";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_embeds_events_as_JSON()
    {
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.ReadEventsAsync), new EventPage { Items = [Event("c1")], NextCursor = "c1" });
        EventListResource page = (await Edge.SendAsync("GET", $"{Path}?after=c0&limit=7&type=order.held,order.confirmed")).Read<EventListResource>();
        page.NextCursor.ShouldBe("c1");
        page.Items.ShouldHaveSingleItem().Data.GetProperty("n").GetInt32().ShouldBe(1);
        EventQuery query = Edge.Gateway.LastCall.Argument<EventQuery>();
        (query.After, query.Limit).ShouldBe(("c0", 7));
        query.Types.ShouldBe(["order.held", "order.confirmed"]);
    }

    [Fact]
    public async Task A_stream_goes_on_after_the_last_event_that_the_client_has_seen()
    {
        Edge.Gateway.Answers<EventPage>(nameof(IPlacementGatewayGrain.ReadEventsAsync), static call => Task.FromResult(new Answer<EventPage>
        {
            Value = call.Argument<EventQuery>().After switch
            {
                "c5" => new EventPage { Items = [Event("c6"), Event("c7")], NextCursor = "c7" },
                "c7" => new EventPage { Items = [Event("c8")], NextCursor = "c8" },
                var after => new EventPage { NextCursor = after },
            },
        }));
        using HttpResponseMessage response = await OpenAsync("c5");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using StreamReader reader = new(await response.Content.ReadAsStreamAsync(Cancellation));
        List<string> ids = [];
        while (ids.Count < 3)
        {
            string line = (await reader.ReadLineAsync(Cancellation))!;
            if (line.StartsWith("id: ", StringComparison.Ordinal)) ids.Add(line[4..]);
        }

        ids.ShouldBe(["c6", "c7", "c8"]);
        (await reader.ReadLineAsync(Cancellation))!.ShouldStartWith("data: {\"cursor\":\"c8\"");
    }

    [Fact]
    public async Task A_silent_stream_says_that_it_is_alive_and_where_it_is()
    {
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.ReadEventsAsync), new EventPage { NextCursor = "c9" });
        using HttpResponseMessage response = await OpenAsync("c9");
        using StreamReader reader = new(await response.Content.ReadAsStreamAsync(Cancellation));
        (await reader.ReadLineAsync(Cancellation)).ShouldBe(": connected");
        Task<string> alive = ReadUntilAsync(reader, "id: ");
        while (!alive.IsCompleted)
        {
            Edge.Time.Advance(TimeSpan.FromSeconds(HttpLimits.HeartbeatSeconds));
            await Task.Yield();
        }

        (await alive).ShouldBe("id: c9");
    }

    [Fact]
    public async Task A_stream_ends_when_the_client_goes()
    {
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.ReadEventsAsync), new EventPage { NextCursor = "c9" });
        using (HttpResponseMessage response = await OpenAsync("c9"))
        {
            using StreamReader reader = new(await response.Content.ReadAsStreamAsync(Cancellation));
            await reader.ReadLineAsync(Cancellation);
            Edge.OpenEventStreams.ShouldBe(1);
        }

        await Edge.RequestEndedAsync();
        Edge.OpenEventStreams.ShouldBe(0);
    }

    [Fact]
    public async Task A_cursor_that_the_feed_does_not_know_is_a_problem_also_for_a_stream()
    {
        Failure failure = new() { Code = ErrorCodes.RequestInvalid, Detail = "The cursor is of another feed.", Faults = [new RequestFault("query.after", "It is.")] };
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.ReadEventsAsync), new Answer<EventPage> { Failure = failure });
        EdgeAnswer answer = await Edge.SendAsync("GET", Path, null, ("Accept", "text/event-stream"));
        answer.Status.ShouldBe(400);
        answer.Problem.Errors!.Value.ShouldHaveSingleItem().Path.ShouldBe("query.after");
    }

    [Fact]
    public async Task A_last_event_id_that_the_feed_does_not_know_is_named_as_the_header_that_it_is()
    {
        Failure failure = new() { Code = ErrorCodes.RequestInvalid, Detail = "The cursor is of another feed.", Faults = [new RequestFault("query.after", "It is.")] };
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.ReadEventsAsync), new Answer<EventPage> { Failure = failure });
        EdgeAnswer answer = await Edge.SendAsync("GET", Path, null, ("Accept", "text/event-stream"), ("Last-Event-ID", "c5"));
        answer.Problem.Errors!.Value.ShouldHaveSingleItem().Path.ShouldBe("header.Last-Event-ID");
    }

    private static EventView Event(string cursor) =>
        new() { Cursor = cursor, Subject = "order:development/ord-1", Version = 1, Type = "order.held", At = Views.Noon, Data = """{"n":1}""" };

    private static async Task<string> ReadUntilAsync(StreamReader reader, string beginning)
    {
        string? line = await reader.ReadLineAsync(Cancellation);
        while (line is not null && !line.StartsWith(beginning, StringComparison.Ordinal)) line = await reader.ReadLineAsync(Cancellation);
        return line.ShouldNotBeNull();
    }

    private async Task<HttpResponseMessage> OpenAsync(string lastEventId)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, Path);
        request.Headers.Add("Accept", "text/event-stream");
        request.Headers.Add("Last-Event-ID", lastEventId);
        return await Edge.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
    }
}
