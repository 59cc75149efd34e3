namespace Fulcrum.Grains.Verification;

/// <summary>Reads a database as it is stored, in pages and without changing anything, while silos go on writing.</summary>
public interface IVerifiedStore
{
    /// <summary>Head rows of a kind, ordered by stream.</summary>
    IAsyncEnumerable<VerifiedHead> ReadHeadsAsync(string kind, CancellationToken cancellationToken);

    /// <summary>The head row of a stream; null when there is none.</summary>
    Task<VerifiedHead?> FindHeadAsync(string stream, CancellationToken cancellationToken);

    /// <summary>Events of a stream up to a version, archived or not, ordered by version. Events never change, so they fit a head row that was read before.</summary>
    IAsyncEnumerable<VerifiedEvent> ReadEventsAsync(string stream, long upTo, CancellationToken cancellationToken);

    /// <summary>The last version of a stream that retention has deleted; 0 when it has its beginning.</summary>
    Task<long> FindCutAsync(string stream, CancellationToken cancellationToken);

    /// <summary>The snapshot of a stream; null when there is none.</summary>
    /// <exception cref="FormatException">It cannot be read.</exception>
    Task<Journaling.StoredSnapshot?> FindSnapshotAsync(string stream, CancellationToken cancellationToken);

    /// <summary>Streams that have events but no head row of a known kind.</summary>
    IAsyncEnumerable<string> ReadStraysAsync(CancellationToken cancellationToken);

    /// <summary>Events whose place in the feed is taken by another event or lies where the feed does not reach, in words.</summary>
    IAsyncEnumerable<string> ReadMisplacedAsync(CancellationToken cancellationToken);
}
