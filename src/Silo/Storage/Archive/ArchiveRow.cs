namespace Fulcrum.Silo.Storage.Archive;

/// <summary>An event with what its head row says of its stream.</summary>
/// <param name="Place">Its place in the feed.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its version.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Kind">Kind of the stream; null when it has no head row.</param>
/// <param name="HeadVersion">Version of the last event of the stream.</param>
/// <param name="LastAt">When that was decided, of a stream that is over; null while the stream is not.</param>
internal sealed record ArchiveRow(FeedPlace Place, string Stream, long Version, DateTimeOffset At, string? Kind, long HeadVersion, DateTimeOffset? LastAt);
