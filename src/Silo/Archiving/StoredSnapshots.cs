using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Verification;
using Fulcrum.Silo.Storage;

namespace Fulcrum.Silo.Archiving;

/// <summary>Snapshots that an activation could start from: stored durably, of the present format, and readable.</summary>
internal sealed class StoredSnapshots(SqlVerifiedStore store)
{
    /// <summary>The snapshot of a stream; null when there is none to rely on.</summary>
    public async Task<StoredSnapshot?> FindAsync(string kind, string stream, CancellationToken cancellationToken)
    {
        try
        {
            StoredSnapshot? snapshot = await store.FindSnapshotAsync(stream, cancellationToken);
            return snapshot is not null && SnapshotFormats.CanRead(kind, snapshot) ? snapshot : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
