using Fulcrum.Grains.Journaling;
using Fulcrum.Silo.Storage.Archive;

namespace Fulcrum.Silo.Archiving;

/// <summary>Moves events into the archive.</summary>
internal sealed class ArchivingWalk(EventArchive archive, StoredSnapshots snapshots, DateTimeOffset before) : ArchiveWalk(archive, EventTable.Event, before)
{
    /// <inheritdoc/>
    protected override async Task OverAsync(string[] streams, ArchiveTally tally, CancellationToken cancellationToken) =>
        tally.EventsArchived += await Archive.MoveAsync(streams, Before, cancellationToken);

    /// <inheritdoc/>
    protected override async Task LongAsync(ArchiveRow first, ArchiveTally tally, CancellationToken cancellationToken)
    {
        // A snapshot above the first event lies at least this far above it; most streams are spared the look.
        if (first.HeadVersion - first.Version < JournalLimits.SnapshotEventsMin) return;
        if (await snapshots.FindAsync(first.Kind!, first.Stream, cancellationToken) is not { } snapshot) return;
        await InSlicesAsync(first.Version, snapshot.Version, async below =>
        {
            int moved = await Archive.MoveAsync(first.Stream, below, Before, cancellationToken);
            tally.EventsArchived += moved;
            return moved;
        });
    }
}
