namespace Fulcrum.Silo.Hosting;

/// <summary>Times of the cluster, chosen so that the orders of a silo that dies are served by another within ten seconds.</summary>
internal static class ClusterTimes
{
    /// <summary>How long a call between grains waits.</summary>
    public static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(30);

    /// <summary>How long a silo waits for another's answer to a probe, and how often it probes.</summary>
    public static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(1);

    /// <summary>Probes missed before a silo is suspected.</summary>
    public const int MissedProbesLimit = 3;

    /// <summary>Suspicions that declare a silo dead.</summary>
    public const int VotesForDeath = 1;

    /// <summary>How often the membership table is read.</summary>
    public static readonly TimeSpan TableRefresh = TimeSpan.FromSeconds(5);

    /// <summary>How often a silo writes that it is alive.</summary>
    public static readonly TimeSpan AlivePublish = TimeSpan.FromSeconds(5);

    /// <summary>How long an idle grain stays in memory.</summary>
    public static readonly TimeSpan CollectionAge = TimeSpan.FromMinutes(5);
}
