using Fulcrum.Silo.Storage.Archive;

namespace Fulcrum.Silo.Archiving;

/// <summary>Deletes from the archive.</summary>
internal sealed class RetentionWalk(EventArchive archive, StoredSnapshots snapshots, DateTimeOffset before) : ArchiveWalk(archive, EventTable.Archive, before)
{
    /// <inheritdoc/>
    protected override async Task OverAsync(string[] streams, ArchiveTally tally, CancellationToken cancellationToken)
    {
        Deletion deleted = await Archive.DeleteAsync(streams, Before, cancellationToken);
        (tally.StreamsDeleted, tally.EventsDeleted) = (tally.StreamsDeleted + deleted.Streams, tally.EventsDeleted + deleted.Events);
    }

    /// <inheritdoc/>
    protected override async Task LongAsync(ArchiveRow first, ArchiveTally tally, CancellationToken cancellationToken)
    {
        if (await snapshots.FindAsync(first.Kind!, first.Stream, cancellationToken) is not { } snapshot) return;
        long deletedBefore = tally.EventsDeleted;
        await InSlicesAsync(first.Version, snapshot.Version, async below =>
        {
            Deletion deleted = await Archive.DeleteAsync(first.Stream, below, Before, cancellationToken);
            tally.EventsDeleted += deleted.Events;
            return deleted.Events;
        });
        if (tally.EventsDeleted > deletedBefore) tally.StreamsCut++;
    }
}
