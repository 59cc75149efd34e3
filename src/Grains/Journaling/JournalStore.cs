namespace Fulcrum.Grains.Journaling;

/// <summary>Calls of the event store for one stream: bounded retries while it is unavailable.</summary>
internal sealed class JournalStore(string stream, IEventStore store, TimeProvider time)
{
    /// <summary>Appends; null when it is not known whether it is durable.</summary>
    public async Task<AppendOutcome?> AppendAsync(AppendRequest request)
    {
        try
        {
            return await RetryAsync(() => store.AppendAsync(request, CancellationToken.None));
        }
        catch (AppendOutcomeUnknownException)
        {
            return null;
        }
    }

    /// <summary>Reads the head and the events after a version, none missing.</summary>
    public async Task<StreamTail> ReadAsync(long afterVersion)
    {
        StreamTail tail = await RetryAsync(() => store.ReadAsync(stream, afterVersion, CancellationToken.None));
        for (int i = 0; i < tail.Events.Count; i++)
        {
            if (tail.Events[i].Version != afterVersion + 1 + i) throw Gap(afterVersion + 1 + i);
        }

        return tail.Version == afterVersion + tail.Events.Count ? tail : throw Gap(afterVersion + tail.Events.Count + 1);
    }

    /// <summary>Raises the fence, however often it takes.</summary>
    public async Task<long> RaiseFenceAsync()
    {
        for (int tries = 1; ; tries++)
        {
            try
            {
                return await RetryAsync(() => store.RaiseFenceAsync(stream, CancellationToken.None));
            }
            catch (AppendOutcomeUnknownException) when (tries < JournalLimits.StoreTriesMax)
            {
            }
        }
    }

    private async Task<T> RetryAsync<T>(Func<ValueTask<T>> call)
    {
        for (int tries = 1; ; tries++)
        {
            try
            {
                return await call();
            }
            catch (EventStoreUnavailableException) when (tries < JournalLimits.StoreTriesMax)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(JournalLimits.StoreRetryMilliseconds << (tries - 1)), time);
            }
        }
    }

    private JournalGapException Gap(long version) =>
        new($"Event {version} of the stream '{stream}' is missing, in the archive too. Maybe the snapshot that it was deleted below cannot be read; restore either before the stream is used.");
}
