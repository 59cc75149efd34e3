using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Tests.Journaling;

/// <summary>A store in memory that fails as it is told to, and keeps account of what it was asked.</summary>
internal sealed class ScriptedStore : IEventStore, ISnapshotStore
{
    public List<StoredEvent> Events { get; } = [];

    public long Fence { get; private set; }

    /// <summary>Version of the last event that retention has deleted.</summary>
    public long Cut { get; private set; }

    private long Version => Events.Count == 0 ? Cut : Events[^1].Version;

    public List<string> Calls { get; } = [];

    /// <summary>Called in place of the next appends, in order.</summary>
    public Queue<Func<AppendRequest, Task<AppendOutcome>>> Script { get; } = new();

    public bool IsGone { get; set; }

    public StoredSnapshot? Snapshot { get; set; }

    public async ValueTask<AppendOutcome> AppendAsync(AppendRequest request, CancellationToken cancellationToken)
    {
        Calls.Add($"append {request.Events.Count} after {request.ExpectedVersion}");
        ThrowIfGone();
        return Script.TryDequeue(out Func<AppendRequest, Task<AppendOutcome>>? scripted) ? await scripted(request) : Land(request);
    }

    public ValueTask<StreamTail> ReadAsync(string stream, long afterVersion, CancellationToken cancellationToken)
    {
        Calls.Add($"read after {afterVersion}");
        ThrowIfGone();
        return ValueTask.FromResult(new StreamTail(Version, Fence, [.. Events.Where(stored => stored.Version > afterVersion)]) { Cut = Cut });
    }

    public ValueTask<IReadOnlyList<StreamHead>> FindHeadsAsync(IReadOnlyCollection<string> streams, CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<StreamHead>>([]);

    public ValueTask<long> RaiseFenceAsync(string stream, CancellationToken cancellationToken)
    {
        Calls.Add("raise fence");
        ThrowIfGone();
        return ValueTask.FromResult(++Fence);
    }

    public ValueTask<StoredSnapshot?> LoadAsync(string stream, CancellationToken cancellationToken) => ValueTask.FromResult(Snapshot);

    public ValueTask SaveAsync(string stream, StoredSnapshot snapshot, CancellationToken cancellationToken)
    {
        Snapshot = snapshot;
        return ValueTask.CompletedTask;
    }

    public AppendOutcome Land(AppendRequest request)
    {
        if (request.ExpectedVersion != Version || request.Fence != Fence) return AppendOutcome.Refused;
        foreach (NewEvent added in request.Events) Events.Add(new StoredEvent(Version + 1, added.Type, added.CommandId, added.At, added.Payload));
        return AppendOutcome.Appended;
    }

    /// <summary>Another activation adds.</summary>
    public void AddElsewhere(long amount)
    {
        NewEvent added = Counter.Rules.Codec.Encode(new Added(amount), Guid.NewGuid(), DateTimeOffset.UnixEpoch);
        Land(new AppendRequest("counter", Version, Fence, new HeadFields { Kind = "counter" }, [added]));
    }

    /// <summary>Retention deletes everything.</summary>
    public void DeleteAll()
    {
        Cut = Version;
        Events.Clear();
    }

    private void ThrowIfGone()
    {
        if (IsGone) throw new EventStoreUnavailableException("Gone.");
    }
}
