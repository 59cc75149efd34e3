using Fulcrum.Grains.Journaling;
using Fulcrum.Silo.Storage.Archive;

namespace Fulcrum.Silo.Archiving;

/// <summary>
/// Goes through one table in the order of the feed, oldest first, and treats what is old and over. What stays is what is alive, so a walk costs what is alive and not what has been.
/// </summary>
/// <param name="archive">The database.</param>
/// <param name="table">Where the events are.</param>
/// <param name="before">Events decided before are old.</param>
internal abstract class ArchiveWalk(EventArchive archive, EventTable table, DateTimeOffset before)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private FeedPlace _place;

    /// <summary>The database.</summary>
    protected EventArchive Archive => archive;

    /// <summary>Events decided before are old.</summary>
    protected DateTimeOffset Before => before;

    /// <summary>Treats a page; answers whether there is another.</summary>
    public async Task<bool> StepAsync(ArchiveTally tally, CancellationToken cancellationToken)
    {
        IReadOnlyList<ArchiveRow> page = await archive.ReadAsync(table, _place, ArchiveLimits.PageEventsMax, cancellationToken);
        ArchiveRow[] old = [.. page.Where(row => row.At < before)];
        IEnumerable<string> over = old.Where(row => row.LastAt < before).Select(static row => row.Stream).Distinct(StringComparer.Ordinal);
        foreach (string[] streams in over.Chunk(ArchiveLimits.StreamsPerTransactionMax)) await InHalvesAsync(streams, tally, cancellationToken);
        foreach (ArchiveRow first in old.Where(row => row.Kind is StreamKinds.Market or StreamKinds.Provider or StreamKinds.Pool && _seen.Add(row.Stream)))
        {
            await LongAsync(first, tally, cancellationToken);
        }

        if (page.Count > 0) _place = page[^1].Place;
        return old.Length > 0 && page.Count == ArchiveLimits.PageEventsMax;
    }

    /// <summary>Treats streams of which nothing is alive.</summary>
    protected abstract Task OverAsync(string[] streams, ArchiveTally tally, CancellationToken cancellationToken);

    /// <summary>Treats a stream that goes on and has snapshots, when its first event is met.</summary>
    protected abstract Task LongAsync(ArchiveRow first, ArchiveTally tally, CancellationToken cancellationToken);

    /// <summary>Treats fewer streams at once where all together are too much for the database.</summary>
    private async Task InHalvesAsync(string[] streams, ArchiveTally tally, CancellationToken cancellationToken)
    {
        try
        {
            await OverAsync(streams, tally, cancellationToken);
        }
        catch (EventStoreUnavailableException exception) when (streams.Length > 1 && exception is not ArchiveBusyException)
        {
            foreach (string[] half in streams.Chunk((streams.Length + 1) / 2)) await InHalvesAsync(half, tally, cancellationToken);
        }
    }

    /// <summary>Treats versions below a version in slices, until one has nothing that is old.</summary>
    protected static async Task InSlicesAsync(long first, long below, Func<long, Task<int>> treat)
    {
        while (first < below)
        {
            first = Math.Min(first + ArchiveLimits.VersionsPerTransactionMax, below);
            if (await treat(first) == 0) return;
        }
    }
}
