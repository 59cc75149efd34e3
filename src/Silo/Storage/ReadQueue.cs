using System.Threading.Channels;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Silo.Storage;

/// <summary>
/// Reads streams in batches: whatever has queued while the last statement was under way goes into the next, so that the cost per activation falls as the
/// load rises.
/// </summary>
internal sealed class ReadQueue : IAsyncDisposable
{
    /// <summary>Most readings waiting; one more is refused as unavailable.</summary>
    public const int QueueLengthMax = 16_384;

    /// <summary>Most streams in one batch.</summary>
    public const int BatchLengthMax = 128;

    private readonly Channel<PendingRead> _waiting = Channel.CreateBounded<PendingRead>(QueueLengthMax);
    private readonly IBatchReader _reader;
    private readonly Task[] _readers;

    public ReadQueue(IBatchReader reader, int statementsUnderWay)
    {
        _reader = reader;
        _readers = [.. Enumerable.Range(0, statementsUnderWay).Select(_ => Task.Run(RunAsync))];
    }

    /// <summary>Waits for a stream.</summary>
    public async ValueTask<StreamTail> ReadAsync(StreamRead request, CancellationToken cancellationToken)
    {
        PendingRead pending = new(request);
        if (!_waiting.Writer.TryWrite(pending)) throw new EventStoreUnavailableException($"More than {QueueLengthMax} readings are waiting, or the store is closing.");
        return await pending.Tail.WaitAsync(cancellationToken);
    }

    /// <summary>Reads what is queued, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await Task.WhenAll(_readers);
    }

    private async Task RunAsync()
    {
        List<PendingRead> batch = new(BatchLengthMax);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (batch.Count < BatchLengthMax && _waiting.Reader.TryRead(out PendingRead? next)) batch.Add(next);
            if (batch.Count > 0) await ReadAsync(batch);
            batch.Clear();
        }
    }

    private async Task ReadAsync(List<PendingRead> batch)
    {
        try
        {
            StreamTail[] tails = await _reader.ReadAsync([.. batch.Select(static pending => pending.Request)]);
            for (int i = 0; i < tails.Length; i++) batch[i].Complete(tails[i]);
        }
        catch (Exception exception)
        {
            foreach (PendingRead pending in batch) pending.Fail(exception);
        }
    }
}
