namespace Fulcrum.Silo.Storage.Archive;

/// <summary>What one transaction has deleted.</summary>
/// <param name="Streams">Streams that went whole.</param>
/// <param name="Events">Events.</param>
internal readonly record struct Deletion(int Streams, int Events);
