using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Json;

namespace Fulcrum.Silo.Http.Endpoints;

/// <summary>
/// Follows the feed and writes it as server-sent events: the id of an event is its cursor. A stream that has been silent for a while sends
/// a comment and its cursor, so that a reader of rare events resumes where the feed is and not where its last event was.
/// </summary>
internal sealed class EventStream(IPlacementGatewayGrain gateway, Caller caller, PipeWriter output, TimeProvider time)
{
    private static readonly TimeSpan PollMin = TimeSpan.FromMilliseconds(HttpLimits.EventPollMillisecondsMin);
    private static readonly TimeSpan PollMax = TimeSpan.FromMilliseconds(HttpLimits.EventPollMillisecondsMax);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(HttpLimits.HeartbeatSeconds);

    private long _lastWrite;

    /// <summary>Writes until the token is cancelled or the feed fails; the client then comes back with the last id it has seen.</summary>
    public async Task RunAsync(EventQuery query, EventPage first, CancellationToken end)
    {
        EventPage? page = first;
        TimeSpan pause = PollMin;
        string? cursor = query.After;
        await WriteAsync(": connected\n\n", end);
        while (page is not null)
        {
            bool hasMoved = page.NextCursor is { } next && next != cursor;
            cursor = page.NextCursor ?? cursor;
            await WriteAsync(page, end);
            pause = hasMoved ? PollMin : await PauseAsync(pause, cursor, end);
            page = (await gateway.ReadEventsAsync(caller, query with { After = cursor }).WaitAsync(end)).Value;
        }
    }

    private async Task<TimeSpan> PauseAsync(TimeSpan pause, string? cursor, CancellationToken end)
    {
        if (time.GetElapsedTime(_lastWrite) >= Heartbeat) await WriteAsync(cursor is null ? ": alive\n\n" : $": alive\nid: {cursor}\n\n", end);
        await Task.Delay(pause, time, end);
        return pause * 2 < PollMax ? pause * 2 : PollMax;
    }

    private async Task WriteAsync(EventPage page, CancellationToken end)
    {
        if (page.Items.IsEmpty) return;
        StringBuilder text = new();
        foreach (EventView view in page.Items)
        {
            string data = JsonSerializer.Serialize(EventResource.From(view), FulcrumJson.Options);
            text.Append("id: ").Append(view.Cursor).Append("\ndata: ").Append(data).Append("\n\n");
        }

        await WriteAsync(text.ToString(), end);
    }

    private async Task WriteAsync(string text, CancellationToken end)
    {
        _lastWrite = time.GetTimestamp();
        output.Write(Encoding.UTF8.GetBytes(text));
        await output.FlushAsync(end);
    }
}
