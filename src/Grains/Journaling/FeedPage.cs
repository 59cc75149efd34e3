namespace Fulcrum.Grains.Journaling;

/// <summary>A part of the feed.</summary>
/// <param name="Events">Events in feed order.</param>
/// <param name="Next">Cursor to go on from; where nothing was read, the one that was given.</param>
public sealed record FeedPage(IReadOnlyList<FeedEvent> Events, string? Next);
