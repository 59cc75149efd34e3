using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Verification;

/// <summary>Recomputes the state of a stream from its events, and notes what is wrong with them.</summary>
/// <typeparam name="TState">State of the stream.</typeparam>
/// <typeparam name="TEvent">Base type of its events.</typeparam>
internal sealed class StreamReplay<TState, TEvent>(IVerifiedStore store, IStreamRules<TState, TEvent> rules, EventCodec<TEvent> codec, VerificationNotes notes)
    where TState : class
    where TEvent : class
{
    /// <summary>Told of every event and the state before it.</summary>
    public Action<TState, TEvent, StoredEvent>? Before { get; init; }

    /// <summary>Told of every state and its version.</summary>
    public Action<TState, long>? After { get; init; }

    /// <summary>Whether retention has deleted events while they were read: the replay has told nothing of that and begins anew.</summary>
    public bool WasOvertaken { get; private set; }

    /// <summary>The state at the version of a head row; null when the events do not lead there.</summary>
    public async Task<TState?> RunAsync(VerifiedHead head, ReplayStart<TState> start, CancellationToken cancellationToken)
    {
        TState state = start.State;
        VerifiedEvent? last = null;
        await foreach (VerifiedEvent stored in store.ReadEventsAsync(head.Head.Stream, head.Head.Version, cancellationToken))
        {
            notes.Count(VerificationCheck.Events);
            notes.Count(VerificationCheck.Feed);
            if (stored.Event.Version != (last?.Event.Version ?? start.Cut) + 1) break;
            Compare(head, last, stored);
            if (!Apply(head, stored.Event.Version > start.Version ? state : null, stored)) return null;
            last = stored;
        }

        long reached = last?.Event.Version ?? start.Cut;
        if (reached == head.Head.Version) return state;
        WasOvertaken = await IsOvertakenAsync(head.Head.Stream, start.Cut, cancellationToken);
        if (!WasOvertaken) notes.Violation(VerificationCheck.Events, $"{head.Head.Stream} event {reached + 1}", $"It is missing; the head row says that there are {head.Head.Version} events.");
        return null;
    }

    private async Task<bool> IsOvertakenAsync(string stream, long cut, CancellationToken cancellationToken) =>
        await store.FindHeadAsync(stream, cancellationToken) is null || await store.FindCutAsync(stream, cancellationToken) != cut;

    private void Compare(VerifiedHead head, VerifiedEvent? last, VerifiedEvent stored)
    {
        string where = Where(head, stored);
        if (last is not null && stored.Event.At < last.Event.At) notes.Violation(VerificationCheck.Events, where, $"It was decided at {stored.Event.At:O}, before the event that it follows.");
        if (last is not null && stored.Place.CompareTo(last.Place) <= 0) notes.Violation(VerificationCheck.Feed, where, "Its place in the feed is not after that of the event that it follows.");
        if (stored.Tenant != head.Head.Fields.Tenant) notes.Violation(VerificationCheck.Feed, where, $"The feed shows it to tenant '{stored.Tenant}', the stream belongs to '{head.Head.Fields.Tenant}'.");
    }

    /// <summary>Reads an event, and applies it where there is a state that it changes.</summary>
    private bool Apply(VerifiedHead head, TState? state, VerifiedEvent stored)
    {
        try
        {
            TEvent change = codec.Decode(stored.Event.Type, stored.Event.Payload);
            if (state is null) return true;
            Before?.Invoke(state, change, stored.Event);
            rules.Apply(state, change, stored.Event.At);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            notes.Violation(VerificationCheck.Events, Where(head, stored), $"It cannot be applied to the state before it: {exception.Message}");
            return false;
        }

        After?.Invoke(state, stored.Event.Version);
        return true;
    }

    private static string Where(VerifiedHead head, VerifiedEvent stored) => $"{head.Head.Stream} event {stored.Event.Version} ({stored.Event.Type})";
}
