using Fulcrum.Grains.Journaling;

namespace Fulcrum.Simulation.Tests.Machine;

/// <summary>A store that is slow, fails before, fails after, fails and lands later, or is gone for a while; and never lies.</summary>
internal sealed class SimEventStore(SimMachine machine, FaultProfile faults, FaultCounters counters) : IEventStore
{
    private static readonly TimeSpan OutageMax = TimeSpan.FromSeconds(4);

    private readonly SortedDictionary<string, SimStream> _streams = new(StringComparer.Ordinal);
    private readonly bool _readsArchive = faults.ReadsArchive;
    private readonly bool _respectsSnapshots = faults.RespectsSnapshots;
    private TimeSpan _goneUntil;

    /// <summary>Called for every event, in the order of the feed.</summary>
    public Action<string, StoredEvent> Stored { get; set; } = static (_, _) => { };

    /// <summary>Version of the stored snapshot of a stream; 0 without one.</summary>
    public Func<string, long> SnapshotVersion { get; set; } = static _ => 0;

    public FaultProfile Faults { get; set; } = faults;

    public IEnumerable<KeyValuePair<string, SimStream>> Streams => _streams;

    public ValueTask<AppendOutcome> AppendAsync(AppendRequest request, CancellationToken cancellationToken)
    {
        if (machine.Chance(Faults.Outage)) BeginOutage();
        if (machine.Chance(Faults.AppendUnavailable)) return FailAsync<AppendOutcome>("append unavailable", Unavailable());
        if (machine.Chance(Faults.AppendUnknownNotDone)) return FailAsync<AppendOutcome>("append unknown, not done", Unknown());
        if (machine.Chance(Faults.AppendUnknownDone)) return UnknownAsync(request, "append unknown, done", Faults.StoreMilliseconds);
        if (machine.Chance(Faults.AppendUnknownLate)) return UnknownAsync(request, "append unknown, late", Faults.LateMilliseconds);
        return CallAsync(() => Land(request));
    }

    public async ValueTask<StreamTail> ReadAsync(string stream, long afterVersion, CancellationToken cancellationToken)
    {
        if (machine.Chance(Faults.ReadUnavailable)) return await FailAsync<StreamTail>("read unavailable", Unavailable());
        ValueTask<StreamTail> Read() => CallAsync(() =>
        {
            SimStream stored = Find(stream);
            return new StreamTail(stored.Events.Count, stored.Fence, [.. stored.Events.Skip(Math.Max((int)afterVersion, stored.Archived))]);
        });
        StreamTail tail = await Read();
        return _readsArchive ? await ArchivedReading.CompleteAsync(tail, afterVersion, (after, before) => ReadArchiveAsync(stream, after, before), () => CallAsync(() => (long)Find(stream).Deleted), Read) : tail;
    }

    /// <summary>Whether the first events of a stream were deleted.</summary>
    public bool IsCut(string stream) => Find(stream).Deleted > 0;

    public ValueTask<IReadOnlyList<StreamHead>> FindHeadsAsync(IReadOnlyCollection<string> streams, CancellationToken cancellationToken)
    {
        if (machine.Chance(Faults.ReadUnavailable)) return FailAsync<IReadOnlyList<StreamHead>>("read unavailable", Unavailable());
        return CallAsync<IReadOnlyList<StreamHead>>(() =>
            [.. streams.Select(name => (name, stored: Find(name))).Where(static found => found.stored.Head is not null).Select(static found => new StreamHead(found.name, found.stored.Events.Count, found.stored.Fence, found.stored.Head!))]);
    }

    public ValueTask<long> RaiseFenceAsync(string stream, CancellationToken cancellationToken)
    {
        if (machine.Chance(Faults.ReadUnavailable)) return FailAsync<long>("fence unknown", Unknown(), () => Find(stream).Fence++);
        counters.Count("fence raised");
        return CallAsync(() => ++Find(stream).Fence);
    }

    private ValueTask<IReadOnlyList<StoredEvent>> ReadArchiveAsync(string stream, long after, long before)
    {
        counters.Count("archive read");
        return CallAsync<IReadOnlyList<StoredEvent>>(() =>
        {
            SimStream stored = Find(stream);
            return [.. stored.Events.Take(stored.Archived).Where(known => known.Version > stored.Deleted && known.Version > after && known.Version < before)];
        });
    }

    private void Archive()
    {
        (string name, SimStream stream) = _streams.ElementAt(machine.Random.Next(_streams.Count));
        int last = stream.IsOver ? stream.Events.Count : (int)(_respectsSnapshots ? SnapshotVersion(name) : stream.Events.Count) - 1;
        if (last > stream.Archived)
        {
            counters.Count("archived");
            machine.Note($"{name} archived to {last}");
            stream.Archived = last;
        }

        if (stream.Head?.Kind != "pool" || stream.Archived == stream.Deleted || !machine.Chance(Faults.Delete)) return;
        counters.Count("deleted");
        machine.Note($"{name} deleted to {stream.Archived}");
        stream.Deleted = stream.Archived;
    }

    private async ValueTask<T> CallAsync<T>(Func<T> change)
    {
        if (_streams.Count > 0 && machine.Chance(Faults.Archive)) machine.After(machine.Delay(Faults.StoreMilliseconds), Archive);
        TaskCompletionSource<T> call = new();
        if (machine.Now < _goneUntil) throw Unavailable();
        machine.After(machine.Delay(Faults.StoreMilliseconds), () =>
        {
            T result = change();
            machine.After(machine.Delay(Faults.StoreMilliseconds), () => call.SetResult(result));
        });
        return await call.Task;
    }

    private async ValueTask<T> FailAsync<T>(string what, Exception failure, Action? change = null)
    {
        counters.Count(what);
        TaskCompletionSource<T> call = new();
        machine.After(machine.Delay(Faults.StoreMilliseconds), () =>
        {
            change?.Invoke();
            call.SetException(failure);
        });
        return await call.Task;
    }

    private ValueTask<AppendOutcome> UnknownAsync(AppendRequest request, string what, double landsWithin)
    {
        machine.After(machine.Delay(landsWithin), () =>
        {
            if (Land(request) == AppendOutcome.Appended) counters.Count($"{what}, landed");
            else counters.Count($"{what}, kept out");
        });
        return FailAsync<AppendOutcome>(what, Unknown());
    }

    private AppendOutcome Land(AppendRequest request)
    {
        SimStream stream = Find(request.Stream);
        if (stream.Events.Count != request.ExpectedVersion || stream.Fence != request.Fence)
        {
            counters.Count("append refused");
            return AppendOutcome.Refused;
        }

        stream.Head = request.Head;
        foreach (NewEvent added in request.Events)
        {
            StoredEvent stored = new(stream.Events.Count + 1, added.Type, added.CommandId, added.At, added.Payload);
            stream.Events.Add(stored);
            if (stored.Type == "pool.deferred.1") counters.Count("probes deferred");
            machine.Note($"{request.Stream} {stored.Version} {stored.Type}");
            Stored(request.Stream, stored);
        }

        return AppendOutcome.Appended;
    }

    private SimStream Find(string name)
    {
        if (!_streams.TryGetValue(name, out SimStream? stream)) _streams.Add(name, stream = new SimStream());
        return stream;
    }

    private void BeginOutage()
    {
        counters.Count("store outage");
        _goneUntil = machine.Now + machine.Delay(OutageMax.TotalMilliseconds);
    }

    private static EventStoreUnavailableException Unavailable() => new("The simulated store is not reachable.");

    private static AppendOutcomeUnknownException Unknown() => new("The simulated connection broke.");
}
