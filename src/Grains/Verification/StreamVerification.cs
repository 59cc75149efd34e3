using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Verification;

/// <summary>Verifies the streams of one kind: events, head row, snapshot, due work.</summary>
/// <typeparam name="TState">State of a stream.</typeparam>
/// <typeparam name="TEvent">Base type of its events.</typeparam>
internal abstract class StreamVerification<TState, TEvent>(IVerifiedStore store, VerificationNotes notes, TimeProvider time)
    where TState : class
    where TEvent : class
{
    private readonly HeadComparison _heads = new(notes);

    /// <summary>Where violations are noted.</summary>
    protected VerificationNotes Notes => notes;

    /// <summary>Kind of the streams.</summary>
    protected abstract string Kind { get; }

    /// <summary>How events are stored.</summary>
    protected abstract EventCodec<TEvent> Codec { get; }

    /// <summary>Verifies every stream of the kind.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (VerifiedHead head in store.ReadHeadsAsync(Kind, cancellationToken))
        {
            try
            {
                await VerifyAsync(head, cancellationToken);
            }
            catch (FormatException exception)
            {
                notes.Violation(VerificationCheck.Heads, $"{head.Head.Stream} stream_head.kind", $"It is '{Kind}', which does not fit: {exception.Message}");
            }
        }
    }

    /// <summary>The state of a stream as it is now, without a word about its faults; null when its events are faulty.</summary>
    public async Task<TState?> CurrentAsync(string stream, CancellationToken cancellationToken)
    {
        VerifiedHead? head = await store.FindHeadAsync(stream, cancellationToken);
        IStreamRules<TState, TEvent> rules = Rules(stream);
        if (head is null) return rules.Create();
        SnapshotVerification<TState, TEvent> snapshot = new(stream, rules, Normal, new VerificationNotes());
        await snapshot.LoadAsync(store, cancellationToken);
        return snapshot.Start() is { } start ? await new StreamReplay<TState, TEvent>(store, rules, Codec, new VerificationNotes()).RunAsync(head, start, cancellationToken) : null;
    }

    /// <summary>How the state of a stream follows from its events.</summary>
    protected abstract IStreamRules<TState, TEvent> Rules(string stream);

    /// <summary>Judges an event by the state before it.</summary>
    protected virtual void Judge(string stream, TState state, TEvent change, StoredEvent stored)
    {
    }

    /// <summary>The row as it is compared: with a summary that has what the figures should add.</summary>
    protected virtual VerifiedHead Comparable(VerifiedHead head, HeadFields expected) => head;

    /// <summary>What the row should say.</summary>
    protected virtual HeadFields Expected(IStreamRules<TState, TEvent> rules, TState state) => rules.Head(state, 0);

    /// <summary>When work must have been done that nobody has recorded.</summary>
    protected virtual DateTimeOffset? Due(HeadFields expected, TState state) => expected.NextDue;

    /// <summary>A snapshot in the form in which equal states are equal.</summary>
    protected virtual ReadOnlyMemory<byte> Normal(ReadOnlyMemory<byte> snapshot) => snapshot;

    /// <summary>What is verified beyond that; called with the state at the version of the head row.</summary>
    protected virtual Task VerifiedAsync(VerifiedHead head, TState state, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task VerifyAsync(VerifiedHead head, CancellationToken cancellationToken)
    {
        IStreamRules<TState, TEvent> rules = Rules(head.Head.Stream);
        for (VerifiedHead? current = head; current is not null;)
        {
            SnapshotVerification<TState, TEvent> snapshot = new(head.Head.Stream, rules, Normal, notes);
            await snapshot.LoadAsync(store, cancellationToken);
            if (snapshot.Version > current.Head.Version) current = await store.FindHeadAsync(head.Head.Stream, cancellationToken) ?? current;
            (TState? state, bool wasOvertaken) = await ReplayAsync(current, rules, snapshot, cancellationToken);
            if (state is not null) await CompareAsync(current, rules, state, cancellationToken);
            current = wasOvertaken && await store.FindHeadAsync(head.Head.Stream, cancellationToken) is { } now && now.Head.Fields.Kind == Kind ? now : null;
        }
    }

    private async Task<(TState? State, bool WasOvertaken)> ReplayAsync(VerifiedHead head, IStreamRules<TState, TEvent> rules, SnapshotVerification<TState, TEvent> snapshot, CancellationToken cancellationToken)
    {
        snapshot.MustNotExceed(head.Head.Version);
        if (snapshot.Start() is not { } start) return (null, false);
        StreamReplay<TState, TEvent> replay = new(store, rules, Codec, notes)
        {
            Before = (state, change, stored) => Judge(head.Head.Stream, state, change, stored),
            After = (state, version) => snapshot.Compare(version, state),
        };
        return (await replay.RunAsync(head, start, cancellationToken), replay.WasOvertaken);
    }

    private async Task CompareAsync(VerifiedHead head, IStreamRules<TState, TEvent> rules, TState state, CancellationToken cancellationToken)
    {
        HeadFields expected = Expected(rules, state);
        _heads.Compare(Comparable(head, expected), expected);
        notes.Count(VerificationCheck.DueWork);
        if (Due(expected, state) is { } due && Instants.IsOverdue(due, time.GetUtcNow())) notes.Violation(VerificationCheck.DueWork, head.Head.Stream, $"It has waited for attention since {due:O}.");
        await VerifiedAsync(head, state, cancellationToken);
    }
}
