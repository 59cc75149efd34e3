using Fulcrum.Grains.Journaling;
using Orleans.Storage;

namespace Fulcrum.Silo.Storage;

/// <summary>Keeps snapshots in the grain storage of the cluster's database.</summary>
internal sealed class GrainStorageSnapshotStore([FromKeyedServices(GrainStorageSnapshotStore.Provider)] IGrainStorage storage) : ISnapshotStore
{
    /// <summary>Name of the storage provider.</summary>
    public const string Provider = "snapshots";

    /// <summary>Name of the state: part of the storage key, so no other state may use it.</summary>
    public const string StateName = "fulcrum-snapshot";

    /// <inheritdoc/>
    public async ValueTask<StoredSnapshot?> LoadAsync(string stream, CancellationToken cancellationToken)
    {
        GrainState<SnapshotRecord> state = new();
        await storage.ReadStateAsync(StateName, Id(stream), state);
        return state.RecordExists && state.State is { } record ? new StoredSnapshot(record.Version, record.Type, record.Payload) : null;
    }

    /// <inheritdoc/>
    public async ValueTask SaveAsync(string stream, StoredSnapshot snapshot, CancellationToken cancellationToken)
    {
        GrainState<SnapshotRecord> state = new();
        await storage.ReadStateAsync(StateName, Id(stream), state);
        if (state.RecordExists && state.State is { } known && known.Version >= snapshot.Version) return;
        state.State = new SnapshotRecord { Version = snapshot.Version, Type = snapshot.Type, Payload = snapshot.Payload.ToArray() };
        await storage.WriteStateAsync(StateName, Id(stream), state);
    }

    private static GrainId Id(string stream) => GrainId.Create("snapshot", stream);
}
