namespace Fulcrum.Grains.Journaling;

/// <summary>All events of all streams in one order that never changes and never has a gap, archived ones included.</summary>
public interface IEventFeed
{
    /// <summary>Events after a cursor; an absent cursor is the beginning.</summary>
    /// <exception cref="FormatException">The cursor is not one of this feed's.</exception>
    /// <exception cref="FeedCursorExpiredException">Events after the cursor were deleted; of a reading of one stream, events of that stream.</exception>
    ValueTask<FeedPage> ReadFeedAsync(FeedQuery query, CancellationToken cancellationToken);
}
