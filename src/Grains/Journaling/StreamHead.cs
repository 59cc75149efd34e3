namespace Fulcrum.Grains.Journaling;

/// <summary>A head row.</summary>
/// <param name="Stream">Name of the stream.</param>
/// <param name="Version">Version of its last event.</param>
/// <param name="Fence">Fence under which it may be written.</param>
/// <param name="Fields">Descriptive columns.</param>
public sealed record StreamHead(string Stream, long Version, long Fence, HeadFields Fields);
