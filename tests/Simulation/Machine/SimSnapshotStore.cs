using Fulcrum.Grains.Journaling;

namespace Fulcrum.Simulation.Tests.Machine;

/// <summary>Loses snapshots, fails to load them, and keeps old ones.</summary>
internal sealed class SimSnapshotStore(SimMachine machine, SimEventStore store, FaultCounters counters) : ISnapshotStore
{
    private readonly Dictionary<string, StoredSnapshot> _snapshots = new(StringComparer.Ordinal);

    public async ValueTask<StoredSnapshot?> LoadAsync(string stream, CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (Lost()) throw new EventStoreUnavailableException("The simulated snapshot cannot be read.");
        StoredSnapshot? snapshot = _snapshots.GetValueOrDefault(stream);
        if (snapshot is not null) counters.Count("snapshot loaded");
        return snapshot;
    }

    public async ValueTask SaveAsync(string stream, StoredSnapshot snapshot, CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (Lost()) throw new EventStoreUnavailableException("The simulated snapshot cannot be written.");
        if (snapshot.Version > VersionOf(stream)) _snapshots[stream] = snapshot;
    }

    /// <summary>Version of the snapshot that is stored; 0 when there is none.</summary>
    public long VersionOf(string stream) => _snapshots.GetValueOrDefault(stream)?.Version ?? 0;

    private bool Lost()
    {
        if (!machine.Chance(store.Faults.SnapshotLost)) return false;
        counters.Count("snapshot lost");
        return true;
    }
}
