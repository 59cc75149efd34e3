using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Telemetry;
using Microsoft.Extensions.Logging;

namespace Fulcrum.Grains.Actors;

/// <summary>What an actor needs from whoever hosts it.</summary>
public sealed record ActorServices
{
    /// <summary>Where truth is kept.</summary>
    public required IEventStore Store { get; init; }

    /// <summary>Where snapshots are kept.</summary>
    public required ISnapshotStore Snapshots { get; init; }

    /// <summary>Clock and timers.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Calls to other actors.</summary>
    public required ITransport Transport { get; init; }

    /// <summary>Mints random ids.</summary>
    public Func<Guid> NewId { get; init; } = Guid.NewGuid;

    /// <summary>Log.</summary>
    public required ILogger Logger { get; init; }

    /// <summary>What is measured.</summary>
    public EngineInstruments Instruments { get; init; } = EngineInstruments.Unread;

    /// <summary>Least number of events between snapshots.</summary>
    internal int SnapshotEventsMin { get; init; } = JournalLimits.SnapshotEventsMin;

    /// <summary>Rules left out by tests.</summary>
    internal ProtocolRules Rules { get; init; } = ProtocolRules.All;

    /// <summary>Called once when the activation no longer knows the truth and must go away; the next one starts from the store.</summary>
    public required Action Discard { get; init; }
}
