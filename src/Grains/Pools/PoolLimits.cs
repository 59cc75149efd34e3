namespace Fulcrum.Grains.Pools;

/// <summary>Limits of a pool.</summary>
public static class PoolLimits
{
    /// <summary>How long after the deadline of a hold its tombstone stays, for clocks that differ.</summary>
    public const int TombstoneMarginSeconds = 60;

    /// <summary>Orders asked at once.</summary>
    public const int ProbesPerRoundMax = 256;

    /// <summary>A round also looks at the head rows for holds that would be asked about within this part of the time before the first question.</summary>
    public const double ProbeLookAheadDivisor = 2;

    /// <summary>How long the pool waits for an order's answer.</summary>
    public const int ProbeTimeoutSeconds = 5;

    /// <summary>Wait before an order that has not answered is asked again; doubles with every further time.</summary>
    public const int ProbeRetrySecondsMin = 2;

    /// <summary>Longest such wait.</summary>
    public const int ProbeRetrySecondsMax = 60;

    /// <summary>Claims per page.</summary>
    public const int ClaimsPerPageMax = 1_000;

    /// <summary>Different amounts kept once for all claims that have them.</summary>
    public const int SharedAmountsMax = 4_096;
}
