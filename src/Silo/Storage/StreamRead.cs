namespace Fulcrum.Silo.Storage;

/// <summary>A stream to be read.</summary>
/// <param name="Stream">Name of the stream.</param>
/// <param name="AfterVersion">Events after this version.</param>
internal readonly record struct StreamRead(string Stream, long AfterVersion);
