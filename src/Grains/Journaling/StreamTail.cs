namespace Fulcrum.Grains.Journaling;

/// <summary>What a stream holds after a version.</summary>
/// <param name="Version">Version of the last event of the stream.</param>
/// <param name="Fence">Fence under which it may be written.</param>
/// <param name="Events">Events after the version asked for, in order.</param>
public sealed record StreamTail(long Version, long Fence, IReadOnlyList<StoredEvent> Events)
{
    /// <summary>Where events are missing: version of the last one that retention has deleted; 0 otherwise.</summary>
    public long Cut { get; init; }
}
