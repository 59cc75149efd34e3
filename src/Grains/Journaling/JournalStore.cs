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

    /// <summary>Reads the head and the events after a version, none missing but those that retention has deleted.</summary>
    public async Task<StreamTail> ReadAsync(long afterVersion)
    {
        StreamTail tail = await RetryAsync(() => store.ReadAsync(stream, afterVersion, CancellationToken.None));
        long first = Math.Max(afterVersion, tail.Cut) + 1;
        for (int i = 0; i < tail.Events.Count; i++)
        {
            if (tail.Events[i].Version != first + i) throw Gap(first + i);
        }

        return tail.Version == first + tail.Events.Count - 1 ? tail : throw Gap(first + tail.Events.Count);
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

    /// <summary>What to say of an event that is missing.</summary>
    public JournalGapException Gap(long version) =>
        new($"Event {version} of the stream '{stream}' is missing, in the archive too. Maybe the snapshot that it was deleted below cannot be read; restore either before the stream is used.");
}
