namespace Fulcrum.Grains.Journaling;

/// <summary>Events to add to a stream, and the head row after them.</summary>
/// <param name="Stream">Name of the stream: the grain's key.</param>
/// <param name="ExpectedVersion">Version of the last event known.</param>
/// <param name="Fence">Fence under which this activation writes.</param>
/// <param name="Head">Descriptive columns after the append.</param>
/// <param name="Events">Events in order; the first gets version <c>ExpectedVersion + 1</c>.</param>
public sealed record AppendRequest(string Stream, long ExpectedVersion, long Fence, HeadFields Head, IReadOnlyList<NewEvent> Events);
