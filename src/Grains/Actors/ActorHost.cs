using Fulcrum.Grains.Capacity;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Telemetry;
using Microsoft.Extensions.Logging;

namespace Fulcrum.Grains.Actors;

/// <summary>What every grain that hosts an actor gets from its silo.</summary>
public sealed class ActorHost(IEventStore store, ISnapshotStore snapshots, TimeProvider time, IGrainFactory grains, CapacityIndex index, EngineInstruments instruments, ILoggerFactory loggers)
{
    private readonly GrainTransport _transport = new(grains, index, instruments, time);

    /// <summary>Services of one activation.</summary>
    /// <param name="category">Category of its log.</param>
    /// <param name="discard">Makes the activation go away.</param>
    public ActorServices ServicesFor(string category, Action discard) => new()
    {
        Store = store,
        Snapshots = snapshots,
        Time = time,
        Transport = _transport,
        Instruments = instruments,
        Logger = loggers.CreateLogger(category),
        Discard = discard,
    };
}
