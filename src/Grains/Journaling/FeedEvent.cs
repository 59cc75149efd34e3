namespace Fulcrum.Grains.Journaling;

/// <summary>An event of the feed.</summary>
/// <param name="Cursor">Cursor just after this event.</param>
/// <param name="Stream">Stream it belongs to.</param>
/// <param name="Event">The event.</param>
public sealed record FeedEvent(string Cursor, string Stream, StoredEvent Event);
