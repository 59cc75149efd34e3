using Fulcrum.Grains.Actors;

namespace Fulcrum.Grains.Journaling;

/// <summary>
/// The only writer of one stream in an activation: decides commands in groups, appends each group at once, and answers when it is durable.
/// Belongs to one scheduler: every call and every continuation runs there, one at a time.
/// </summary>
/// <typeparam name="TState">State of the stream.</typeparam>
/// <typeparam name="TEvent">Base type of its events.</typeparam>
public sealed partial class Journal<TState, TEvent>
    where TState : class
    where TEvent : class
{
    private readonly string _stream;
    private readonly IStreamRules<TState, TEvent> _rules;
    private readonly EventCodec<TEvent> _codec;
    private readonly ActorServices _services;
    private readonly Action<TState> _committed;
    private readonly JournalStore _store;
    private readonly Queue<JournalCommand<TState, TEvent>> _queue = new();
    private readonly List<JournalCommand<TState, TEvent>> _group = [];
    private TState _state;
    private long _version;
    private long _fence;
    private long _snapshotVersion;
    private DateTimeOffset _lastAt;
    private Task _pump = Task.CompletedTask;
    private bool _pumping;
    private OutcomeUnknownException? _failure;

    /// <summary>Makes the journal of a stream.</summary>
    /// <param name="stream">Name of the stream.</param>
    /// <param name="rules">How state follows from events.</param>
    /// <param name="codec">How events are stored.</param>
    /// <param name="services">Store, snapshots, clock.</param>
    /// <param name="committed">Told every committed state before the callers are answered; must not keep it.</param>
    public Journal(
        string stream, IStreamRules<TState, TEvent> rules, EventCodec<TEvent> codec, ActorServices services, Action<TState> committed)
    {
        (_stream, _rules, _codec, _services, _committed) = (stream, rules, codec, services, committed);
        _store = new JournalStore(stream, services.Store, services.Time);
        _state = rules.Create();
    }

    /// <summary>Loads the state.</summary>
    /// <exception cref="JournalGapException">Events are missing.</exception>
    /// <exception cref="EventStoreUnavailableException">The store could not be reached.</exception>
    public async Task ActivateAsync()
    {
        await ReloadAsync(long.MaxValue);
        _committed(_state);
    }

    /// <summary>Decides a command, records its events and answers when they are durable.</summary>
    /// <param name="commandId">Identifies the command; written with its events.</param>
    /// <param name="decide">Pure function of the state and the instant. May be called more than once; the last decision counts.</param>
    /// <param name="found">The answer when the command's events turn out to be stored; absent, <paramref name="decide"/> is idempotent.</param>
    /// <exception cref="JournalOverloadedException">Too much is waiting; nothing was done.</exception>
    /// <exception cref="OutcomeUnknownException">Done whole or not at all; this activation cannot tell.</exception>
    public Task<TAnswer> ExecuteAsync<TAnswer>(
        Guid commandId,
        Func<TState, DateTimeOffset, Decision<TState, TEvent, TAnswer>> decide,
        Func<TState, TAnswer>? found = null)
    {
        if (_failure is not null) return Task.FromException<TAnswer>(_failure);
        if (_queue.Count >= JournalLimits.QueuedCommandsMax)
        {
            return Task.FromException<TAnswer>(new JournalOverloadedException($"{_queue.Count} commands are waiting on '{_stream}'. Try again later."));
        }

        PendingCommand<TState, TEvent, TAnswer> command = new(commandId, decide, found);
        _queue.Enqueue(command);
        if (!_pumping) _pump = PumpAsync();
        return command.Task;
    }

    /// <summary>Reads state; answered when everything that it rests on is durable. Another activation may have written since.</summary>
    public Task<TAnswer> ReadAsync<TAnswer>(Func<TState, DateTimeOffset, TAnswer> read) => ReadAsync(read, static _ => false);

    /// <summary>Reads state as the store has it, whoever wrote it.</summary>
    public Task<TAnswer> ReadCurrentAsync<TAnswer>(Func<TState, DateTimeOffset, TAnswer> read) => ReadAsync(read, static _ => true);

    /// <summary>Reads state; an answer that must be current is given when the store shows nothing newer.</summary>
    public Task<TAnswer> ReadAsync<TAnswer>(Func<TState, DateTimeOffset, TAnswer> read, Func<TAnswer, bool> mustBeCurrent) =>
        ExecuteAsync(Guid.Empty, (state, now) =>
        {
            TAnswer answer = read(state, now);
            return new Decision<TState, TEvent, TAnswer>([], _ => answer) { MustBeCurrent = mustBeCurrent(answer) };
        });

    /// <summary>Takes in what another activation may have written since; this one would otherwise find out only with its next append.</summary>
    public Task RefreshAsync() => ReadCurrentAsync(static (_, _) => true);

    /// <summary>Waits until nothing is queued or under way.</summary>
    public Task DrainAsync() => _pump;

    private async Task PumpAsync()
    {
        _pumping = true;
        try
        {
            while (_queue.Count > 0)
            {
                while (_group.Count < JournalLimits.GroupCommandsMax && _queue.TryDequeue(out JournalCommand<TState, TEvent>? command)) _group.Add(command);
                await CommitGroupAsync();
                foreach (JournalCommand<TState, TEvent> command in _group) command.Publish();
                _group.Clear();
                SaveSnapshotWhenDue();
            }
        }
#pragma warning disable CA1031 // Whatever it was, the callers must hear that the outcome is unknown.
        catch (Exception reason)
#pragma warning restore CA1031
        {
            GiveUp(reason);
        }
        finally
        {
            _pumping = false;
        }
    }

    private bool MustBeCurrent() => _services.Rules.AskTheStore && _group.Exists(static command => command.MustBeCurrent);

    /// <summary>Takes in what is newer in the store; answers whether anything was.</summary>
    private async Task<bool> CatchUpAsync()
    {
        long known = _version;
        StreamTail tail = await _store.ReadAsync(known);
        if (tail.Cut > known)
        {
            await ReloadAsync(long.MaxValue);
            _committed(_state);
            return true;
        }

        foreach (StoredEvent stored in tail.Events) Apply(_codec.Decode(stored.Type, stored.Payload), stored.At);
        _fence = tail.Fence;
        if (tail.Events.Count == 0) return false;
        LogBehind(_services.Logger, _stream, known, _version);
        _committed(_state);
        return true;
    }

    private async Task CommitGroupAsync()
    {
        HashSet<Guid> found = [];
        AppendRequest? request = DecideGroup(found);
        if (request is null && MustBeCurrent() && await CatchUpAsync()) request = DecideGroup(found);
        for (int decisions = 1; request is not null; decisions++)
        {
            long committed = request.ExpectedVersion;
            AppendOutcome? outcome = await _store.AppendAsync(request);
            if (outcome is AppendOutcome.Appended)
            {
                _committed(_state);
                return;
            }

            if (decisions == JournalLimits.DecisionsPerGroupMax) throw new InvalidOperationException($"Others kept writing to '{_stream}'.");
            await RecoverAsync(outcome, committed, found);
            request = outcome is null || _services.Rules.DecideAgain ? DecideGroup(found) : AppendOldDecisions(request);
        }
    }

    private async Task RecoverAsync(AppendOutcome? outcome, long committed, HashSet<Guid> found)
    {
        if (outcome is null)
        {
            LogUnknown(_services.Logger, _stream, committed);
            if (_services.Rules.Fence) await _store.RaiseFenceAsync();
        }
        else
        {
            LogRefused(_services.Logger, _stream, committed);
        }

        found.UnionWith(await ReloadAsync(committed));
        _committed(_state);
    }

    private AppendRequest? DecideGroup(HashSet<Guid> found)
    {
        DateTimeOffset now = Later(Stored(_services.Time.GetUtcNow()), _lastAt);
        long expected = _version;
        List<NewEvent> events = [];
        foreach (JournalCommand<TState, TEvent> command in _group)
        {
            if (found.Contains(command.Id))
            {
                command.ConcludeFound(_state);
                continue;
            }

            foreach (TEvent change in command.Decide(_state, now))
            {
                events.Add(_codec.Encode(change, command.Id, now));
                Apply(change, now);
            }

            command.Conclude(_state);
        }

        return events.Count == 0 ? null : new AppendRequest(_stream, expected, _fence, _rules.Head(_state, expected), events);
    }

    private AppendRequest AppendOldDecisions(AppendRequest old)
    {
        long expected = _version;
        foreach (NewEvent change in old.Events) Apply(_codec.Decode(change.Type, change.Payload), change.At);
        return new AppendRequest(_stream, expected, _fence, _rules.Head(_state, expected), old.Events);
    }

    /// <summary>Starts from the store; answers the ids of the commands that have written since a version.</summary>
    private async Task<IEnumerable<Guid>> ReloadAsync(long committed)
    {
        (TState state, long from) = await LoadSnapshotAsync() ?? (_rules.Create(), 0);
        StreamTail tail = await _store.ReadAsync(Math.Max(0, Math.Min(from, committed) - 1));
        if (tail.Cut > from)
        {
            if (_rules.SnapshotType is not null) throw _store.Gap(tail.Cut);
            (state, from) = (_rules.CreateAfter(tail.Cut), tail.Cut);
        }

        (_state, _version, _fence, _snapshotVersion) = (state, from, tail.Fence, from);
        foreach (StoredEvent stored in tail.Events) _lastAt = Later(_lastAt, stored.At);
        foreach (StoredEvent stored in tail.Events.Where(stored => stored.Version > from)) Apply(_codec.Decode(stored.Type, stored.Payload), stored.At);
        return tail.Events.Where(stored => stored.Version > committed).Select(stored => stored.CommandId);
    }

    private void Apply(TEvent change, DateTimeOffset at)
    {
        _rules.Apply(_state, change, at);
        _version++;
        _lastAt = Later(_lastAt, at);
    }

    /// <summary>The state of the latest snapshot, with its version; null without one that can be read.</summary>
    private async Task<(TState State, long Version)?> LoadSnapshotAsync()
    {
        if (_rules.SnapshotType is null) return null;
        try
        {
            StoredSnapshot? snapshot = await _services.Snapshots.LoadAsync(_stream, CancellationToken.None);
            return snapshot?.Type == _rules.SnapshotType ? (_rules.Thaw(snapshot.Payload), snapshot.Version) : null;
        }
#pragma warning disable CA1031 // A snapshot is only an optimisation; the events are the truth.
        catch (Exception reason)
#pragma warning restore CA1031
        {
            LogSnapshotIgnored(_services.Logger, reason, _stream, 0);
            return null;
        }
    }

    private void SaveSnapshotWhenDue()
    {
        if (_version - _snapshotVersion <= _services.SnapshotEventsMin || _rules.SnapshotType is not { } type) return;
        if (_version - _snapshotVersion <= _rules.Alive(_state)) return;
        _snapshotVersion = _version;
        _ = SaveSnapshotAsync(new StoredSnapshot(_version, type, _rules.Freeze(_state)));
    }

    private async Task SaveSnapshotAsync(StoredSnapshot snapshot)
    {
        try
        {
            await _services.Snapshots.SaveAsync(_stream, snapshot, CancellationToken.None);
        }
#pragma warning disable CA1031 // A snapshot is only an optimisation; the next one will do.
        catch (Exception reason)
#pragma warning restore CA1031
        {
            LogSnapshotIgnored(_services.Logger, reason, _stream, snapshot.Version);
        }
    }

    private void GiveUp(Exception reason)
    {
        LogGivenUp(_services.Logger, reason, _stream, _group.Count + _queue.Count);
        _failure = new OutcomeUnknownException($"The outcome on '{_stream}' is unknown. Retry with the same key.", reason);
        _services.Discard();
        foreach (JournalCommand<TState, TEvent> command in _group.Concat(_queue)) command.Fail(_failure);
        _group.Clear();
        _queue.Clear();
    }

    /// <summary>An instant as the store keeps it, so that a state read back is the state that was answered.</summary>
    private static DateTimeOffset Stored(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;
}
