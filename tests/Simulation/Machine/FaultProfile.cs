namespace Fulcrum.Simulation.Tests.Machine;

/// <summary>How often what goes wrong; probabilities per occasion, times in milliseconds.</summary>
internal sealed record FaultProfile
{
    /// <summary>Everything goes wrong.</summary>
    public static FaultProfile Storm { get; } = new()
    {
        MessageLost = 0.04,
        MessageRepeated = 0.04,
        MessageSlow = 0.08,
        AppendUnavailable = 0.02,
        AppendUnknownDone = 0.03,
        AppendUnknownNotDone = 0.02,
        AppendUnknownLate = 0.04,
        ReadUnavailable = 0.02,
        Outage = 0.002,
        Crash = 0.01,
        SecondActivation = 0.08,
        Stall = 0.003,
        SnapshotLost = 0.3,
        Archive = 0.2,
        Delete = 0.1,
    };

    /// <summary>Appends whose connection broke land seconds later, unless they are fenced.</summary>
    public static FaultProfile LateAppends { get; } = Storm with { AppendUnknownLate = 0.25, LateMilliseconds = 3_000, Crash = 0, Stall = 0, Outage = 0 };

    /// <summary>Several activations of everything, some of them standing still for a minute.</summary>
    public static FaultProfile Doubles { get; } = Storm with { SecondActivation = 0.3, Crash = 0.03, Stall = 0.03, LateMilliseconds = 60_000 };

    /// <summary>Messages are late and overtake each other; nothing is lost and nobody dies.</summary>
    public static FaultProfile Reordering { get; } = new() { MessageSlow = 0.25, MessageRepeated = 0.1, Reconfigures = false };

    /// <summary>Nothing goes wrong but contention.</summary>
    public static FaultProfile Calm { get; } = new();

    public double MessageLost { get; init; }

    public double MessageRepeated { get; init; }

    public double MessageSlow { get; init; }

    public double AppendUnavailable { get; init; }

    public double AppendUnknownDone { get; init; }

    public double AppendUnknownNotDone { get; init; }

    public double AppendUnknownLate { get; init; }

    public double ReadUnavailable { get; init; }

    /// <summary>Per append: the store goes away for a while.</summary>
    public double Outage { get; init; }

    /// <summary>Per message: the activation that gets it dies, sooner or later.</summary>
    public double Crash { get; init; }

    /// <summary>Per message: another activation of the same actor gets it.</summary>
    public double SecondActivation { get; init; }

    /// <summary>Per message: the activation that gets it stands still for a while.</summary>
    public double Stall { get; init; }

    public double SnapshotLost { get; init; }

    /// <summary>Per call of the store: events of a stream are archived a moment later.</summary>
    public double Archive { get; init; }

    /// <summary>Per archiving: archived events of the stream that a snapshot stands for are deleted.</summary>
    public double Delete { get; init; }

    /// <summary>Whether a reading that shows a gap asks the archive.</summary>
    public bool ReadsArchive { get; init; } = true;

    /// <summary>Whether only events below a stored snapshot are archived and deleted.</summary>
    public bool RespectsSnapshots { get; init; } = true;

    /// <summary>Whether pools and providers change while orders are placed.</summary>
    public bool Reconfigures { get; init; } = true;

    public double MessageMilliseconds { get; init; } = 20;

    public double SlowMilliseconds { get; init; } = 9_000;

    public double StoreMilliseconds { get; init; } = 30;

    public double LateMilliseconds { get; init; } = 15_000;

    /// <summary>No message is lost, no pool changes, no activation dies or stands still, the store fails never: losing attempts end by being told.</summary>
    public bool TellsPromptly => !Reconfigures
        && MessageLost + Crash + Stall + SecondActivation + Outage + AppendUnavailable + AppendUnknownLate + AppendUnknownDone + AppendUnknownNotDone == 0;
}
