namespace Fulcrum.Grains.Journaling;

/// <summary>Durable streams of events, each with one head row. The only place where truth is kept.</summary>
/// <remarks>
/// Every method may throw <see cref="EventStoreUnavailableException"/>: nothing was changed, and
/// <see cref="AppendOutcomeUnknownException"/> from the methods that change something: it may have been.
/// </remarks>
public interface IEventStore
{
    /// <summary>
    /// Writes the head row where its version and fence are the expected ones, and the events, all or nothing.
    /// A stream that does not exist has version 0 and fence 0.
    /// </summary>
    ValueTask<AppendOutcome> AppendAsync(AppendRequest request, CancellationToken cancellationToken);

    /// <summary>Reads the head of a stream and its events after a version, in order; version 0 and fence 0 with no events when it does not exist.</summary>
    ValueTask<StreamTail> ReadAsync(string stream, long afterVersion, CancellationToken cancellationToken);

    /// <summary>The head rows of those of the streams that exist, in no order; events are not read.</summary>
    ValueTask<IReadOnlyList<StreamHead>> FindHeadsAsync(IReadOnlyCollection<string> streams, CancellationToken cancellationToken);

    /// <summary>Increments the fence, so that an append still on its way with the old fence can never land; answers the new one.</summary>
    ValueTask<long> RaiseFenceAsync(string stream, CancellationToken cancellationToken);
}
