namespace Fulcrum.Grains.Journaling;

/// <summary>Reads head rows without activating anything: lists, due work, start-up of indexes.</summary>
public interface IStreamCatalog
{
    /// <summary>Head rows that match, ordered by stream name (or newest first), a page at a time.</summary>
    ValueTask<HeadPage> ReadHeadsAsync(HeadQuery query, CancellationToken cancellationToken);

    /// <summary>Streams whose due time has come, earliest first, after a position where one is given.</summary>
    ValueTask<IReadOnlyList<StreamHead>> ReadDueAsync(DateTimeOffset until, int partition, int partitions, DuePosition? after, int limit, CancellationToken cancellationToken);
}
