using System.Threading.Channels;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Silo.Storage;

/// <summary>
/// The appender of a silo: takes the appends of all its streams and writes them in batches, so that the cost per append falls as the load rises.
/// </summary>
/// <remarks>Streams are divided over lanes, one batch on its way per lane; a stream occurs once per batch, so batches never meet in a row.</remarks>
internal sealed class AppendQueue : IAsyncDisposable
{
    /// <summary>Most appends waiting per lane; one more is refused as unavailable.</summary>
    public const int QueueLengthMax = 16_384;

    /// <summary>Most appends in one batch.</summary>
    public const int BatchLengthMax = 256;

    private readonly Channel<PendingAppend>[] _lanes;
    private readonly Task[] _writers;
    private readonly IBatchWriter _writer;

    public AppendQueue(IBatchWriter writer, int lanes)
    {
        _writer = writer;
        _lanes = [.. Enumerable.Range(0, lanes).Select(_ => Channel.CreateBounded<PendingAppend>(new BoundedChannelOptions(QueueLengthMax) { SingleReader = true }))];
        _writers = [.. _lanes.Select(lane => Task.Run(() => RunAsync(lane.Reader)))];
    }

    /// <summary>Waits for the outcome of an append.</summary>
    public async ValueTask<AppendOutcome> AppendAsync(AppendRequest request, CancellationToken cancellationToken)
    {
        PendingAppend pending = new(request);
        if (!_lanes[StreamBucket.Of(request.Stream) % _lanes.Length].Writer.TryWrite(pending))
        {
            throw new EventStoreUnavailableException($"More than {QueueLengthMax} appends are waiting, or the store is closing.");
        }

        try
        {
            return await pending.Outcome.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException exception)
        {
            throw new AppendOutcomeUnknownException($"The append to '{request.Stream}' was not waited for.", exception);
        }
    }

    /// <summary>Writes what is queued, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (Channel<PendingAppend> lane in _lanes) lane.Writer.TryComplete();
        await Task.WhenAll(_writers);
    }

    private async Task RunAsync(ChannelReader<PendingAppend> reader)
    {
        Dictionary<string, PendingAppend> batch = new(StringComparer.Ordinal);
        Queue<PendingAppend> later = new();
        while (later.Count > 0 || await reader.WaitToReadAsync())
        {
            Fill(batch, later, reader);
            await WriteAsync(batch);
            batch.Clear();
        }
    }

    private static void Fill(Dictionary<string, PendingAppend> batch, Queue<PendingAppend> later, ChannelReader<PendingAppend> reader)
    {
        for (int waiting = later.Count; waiting > 0; waiting--) Take(later.Dequeue());
        while (batch.Count < BatchLengthMax && reader.TryRead(out PendingAppend? next)) Take(next);

        void Take(PendingAppend pending)
        {
            if (!batch.TryAdd(pending.Request.Stream, pending)) later.Enqueue(pending);
        }
    }

    private async Task WriteAsync(Dictionary<string, PendingAppend> batch)
    {
        try
        {
            AppendRequest[] requests = [.. batch.Values.Select(pending => pending.Request).OrderBy(request => request.Stream, StringComparer.Ordinal)];
            IReadOnlySet<string> written = await _writer.WriteAsync(requests);
            foreach (PendingAppend pending in batch.Values)
            {
                pending.Complete(written.Contains(pending.Request.Stream) ? AppendOutcome.Appended : AppendOutcome.Refused);
            }
        }
        catch (Exception exception)
        {
            foreach (PendingAppend pending in batch.Values) pending.Fail(exception);
        }
    }
}
