namespace Fulcrum.Grains.Journaling;

/// <summary>Keeps the last snapshot of each stream. Nothing depends on it but speed: a failure to load or save is ignored.</summary>
public interface ISnapshotStore
{
    /// <summary>The last snapshot saved; null when there is none.</summary>
    ValueTask<StoredSnapshot?> LoadAsync(string stream, CancellationToken cancellationToken);

    /// <summary>Saves a snapshot in place of an older one.</summary>
    ValueTask SaveAsync(string stream, StoredSnapshot snapshot, CancellationToken cancellationToken);
}
