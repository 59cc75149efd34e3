using Fulcrum.Grains.Journaling;

namespace Fulcrum.Silo.Storage;

/// <summary>Writes a batch of appends to distinct streams in one transaction.</summary>
internal interface IBatchWriter
{
    /// <summary>Writes those appends whose version and fence match; answers the streams that were written.</summary>
    /// <exception cref="EventStoreUnavailableException">Nothing was written.</exception>
    /// <exception cref="AppendOutcomeUnknownException">It may have been written.</exception>
    Task<IReadOnlySet<string>> WriteAsync(IReadOnlyList<AppendRequest> batch);
}
