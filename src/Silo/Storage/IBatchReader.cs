using Fulcrum.Grains.Journaling;

namespace Fulcrum.Silo.Storage;

/// <summary>Reads several streams at once.</summary>
internal interface IBatchReader
{
    /// <summary>Heads and events, in the order asked for; all of one moment.</summary>
    /// <exception cref="EventStoreUnavailableException">They could not be read.</exception>
    Task<StreamTail[]> ReadAsync(IReadOnlyList<StreamRead> batch);
}
