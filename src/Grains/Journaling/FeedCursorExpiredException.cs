namespace Fulcrum.Grains.Journaling;

/// <summary>Events after the cursor were deleted: the feed cannot go on from it without a gap.</summary>
/// <param name="horizon">The first cursor after which the feed is complete.</param>
public sealed class FeedCursorExpiredException(string horizon) : Exception($"Events were deleted after this cursor. The feed is complete from '{horizon}' on.")
{
    /// <summary>The first cursor after which the feed is complete.</summary>
    public string Horizon => horizon;
}
