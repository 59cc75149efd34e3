using System.Text;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Gateway;

/// <summary>The event feed.</summary>
internal sealed class EventGateway(IEventFeed feed)
{
    /// <summary>Events of the caller's tenant and of the market.</summary>
    public async Task<Answer<EventPage>> ReadAsync(Caller caller, EventQuery query, string? stream)
    {
        try
        {
            FeedPage page = await feed.ReadFeedAsync(new FeedQuery(query.After, query.Limit, caller.Tenant, query.Types, stream), CancellationToken.None);
            return Answers.Of(new EventPage { Items = [.. page.Events.Select(View)], NextCursor = page.Next });
        }
        catch (FeedCursorExpiredException exception)
        {
            const string remedy = "Read the lists as they are now, then read on after that cursor.";
            return new Answer<EventPage> { Failure = new Failure { Code = ErrorCodes.FeedCursorExpired, Detail = $"{exception.Message} {remedy}", Cursor = exception.Horizon } };
        }
        catch (FormatException exception)
        {
            return Answers.Invalid<EventPage>([new RequestFault("query.after", $"{exception.Message} Use a cursor that this feed gave.")]);
        }
    }

    private static EventView View(FeedEvent item) => new()
    {
        Cursor = item.Cursor,
        Subject = item.Stream,
        Version = item.Event.Version,
        Type = item.Event.Type,
        At = item.Event.At,
        Data = Encoding.UTF8.GetString(item.Event.Payload.Span),
    };
}
