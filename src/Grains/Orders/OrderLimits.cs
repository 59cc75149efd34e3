namespace Fulcrum.Grains.Orders;

/// <summary>Limits of an order.</summary>
public static class OrderLimits
{
    /// <summary>Shortest hold a request may ask for.</summary>
    public const int HoldSecondsMin = 1;

    /// <summary>How long a cycle waits for pools to acknowledge a release before it plans again.</summary>
    public const int ReleaseWaitSeconds = 2;

    /// <summary>How long an order waits for a pool to acknowledge a verdict.</summary>
    public const int VerdictTimeoutSeconds = 5;

    /// <summary>Wait before a pool that has not acknowledged is told again; doubles with every further time.</summary>
    public const int TellRetrySecondsMin = 1;

    /// <summary>Longest such wait.</summary>
    public const int TellRetrySecondsMax = 60;

    /// <summary>Times that a pool is told of the end of an attempt that is recorded nowhere; after that it will ask.</summary>
    public const int UnrecordedTellsMax = 5;

    /// <summary>After a verdict, when the sweep looks whether every pool has acknowledged it.</summary>
    public const int VerdictDueSeconds = 15;

    /// <summary>A pool that asks about a running attempt is to ask again after this.</summary>
    public const int RunningProbeSeconds = 10;

    /// <summary>A pool that asks about a hold is to ask again this long after its end.</summary>
    public const int ExpiryProbeSeconds = 5;
}
