using Fulcrum.Grains.Journaling;

namespace Fulcrum.Silo.Storage;

/// <summary>Measures what another writer does.</summary>
internal sealed class MeasuredBatchWriter(IBatchWriter writer, StoreInstruments instruments) : IBatchWriter
{
    /// <summary>The writer, measured when there are instruments.</summary>
    public static IBatchWriter Around(IBatchWriter writer, StoreInstruments? instruments) => instruments is null ? writer : new MeasuredBatchWriter(writer, instruments);

    /// <inheritdoc/>
    public async Task<IReadOnlySet<string>> WriteAsync(IReadOnlyList<AppendRequest> batch)
    {
        long startedAt = TimeProvider.System.GetTimestamp();
        try
        {
            IReadOnlySet<string> written = await writer.WriteAsync(batch);
            instruments.Wrote(TimeProvider.System.GetElapsedTime(startedAt), written.Count, batch.Count - written.Count);
            return written;
        }
        catch
        {
            instruments.Failed(TimeProvider.System.GetElapsedTime(startedAt), batch.Count);
            throw;
        }
    }
}
