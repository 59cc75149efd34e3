namespace Fulcrum.Grains.Journaling;

/// <summary>All events of all streams in one order that never changes and never has a gap.</summary>
public interface IEventFeed
{
    /// <summary>Events after a cursor; an absent cursor is the beginning.</summary>
    /// <exception cref="FormatException">The cursor is not one of this feed's.</exception>
    ValueTask<FeedPage> ReadFeedAsync(FeedQuery query, CancellationToken cancellationToken);
}
