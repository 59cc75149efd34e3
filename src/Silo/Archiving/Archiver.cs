using Fulcrum.Silo.Storage;
using Fulcrum.Silo.Storage.Archive;

namespace Fulcrum.Silo.Archiving;

/// <summary>Archives what is old and over, and deletes what is older still, in a database that silos may be using.</summary>
internal sealed class Archiver(EventArchive archive, StoredSnapshots snapshots, TimeProvider time)
{
    /// <summary>The archiver of a database.</summary>
    public static Archiver Of(IDatabase database, string serviceId, TimeProvider time) =>
        new(new EventArchive(database.Archive), new StoredSnapshots(new SqlVerifiedStore(database.Verified, serviceId)), time);

    /// <summary>The walks of one round, in their order.</summary>
    public Queue<ArchiveWalk> Begin(ArchiveAges ages)
    {
        DateTimeOffset now = time.GetUtcNow();
        Queue<ArchiveWalk> walks = new([new ArchivingWalk(archive, snapshots, now - ages.Archive)]);
        if (ages.Delete is { } delete) walks.Enqueue(new RetentionWalk(archive, snapshots, now - delete));
        return walks;
    }

    /// <summary>Looks at pages until the walks are over or so many were looked at.</summary>
    public static async Task<ArchiveTally> StepAsync(Queue<ArchiveWalk> walks, long pagesMax, CancellationToken cancellationToken)
    {
        ArchiveTally tally = new();
        for (long page = 0; page < pagesMax && walks.TryPeek(out ArchiveWalk? walk); page++)
        {
            if (!await walk.StepAsync(tally, cancellationToken)) walks.Dequeue();
        }

        return tally;
    }

    /// <summary>Does everything there is to do.</summary>
    public Task<ArchiveTally> RunAsync(ArchiveAges ages, CancellationToken cancellationToken) => StepAsync(Begin(ages), long.MaxValue, cancellationToken);
}
