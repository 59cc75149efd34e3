namespace Fulcrum.LoadTest.Reporting;

/// <summary>What a run came to.</summary>
internal sealed record LoadReport
{
    /// <summary>Orders placed per second.</summary>
    public required double OrdersPerSecond { get; init; }

    /// <summary>Median latency of an operation.</summary>
    public required double P50Ms { get; init; }

    /// <summary>Latency that 95 % of the operations did not exceed.</summary>
    public required double P95Ms { get; init; }

    /// <summary>Latency that 99 % of the operations did not exceed.</summary>
    public required double P99Ms { get; init; }

    /// <summary>Operations done.</summary>
    public required long Succeeded { get; init; }

    /// <summary>Operations that the engine refused by its rules.</summary>
    public required long Refused { get; init; }

    /// <summary>Operations that went wrong.</summary>
    public required long Failed { get; init; }

    /// <summary>Pools of which more was sold than can be; must be 0.</summary>
    public required int OversoldPools { get; init; }

    /// <summary>Processor time of the silo's process while it was measured; in process, of the driver too.</summary>
    public required double ServerCpuSeconds { get; init; }

    /// <summary>Largest memory of the silo's process since it began; in process, of the driver too.</summary>
    public required double ServerPeakMemoryMiB { get; init; }

    /// <summary>Pools that lack claims which were acknowledged; must be 0.</summary>
    public required int MissingClaimPools { get; init; }

    /// <summary>In an open loop: operations due and never begun.</summary>
    public required long NotStarted { get; init; }

    /// <summary>Memory of the silo's process at even intervals while it was measured, MiB; in process, of the driver too.</summary>
    public required IReadOnlyList<double> ServerMemoryMiB { get; init; }

    /// <summary>In process: time until what a pool has committed is planned on, 99 % of the readings.</summary>
    public double? StalenessP99Ms { get; init; }

    /// <summary>In process: the same, median.</summary>
    public double? StalenessP50Ms { get; init; }

    /// <summary>In process: holds that pools took.</summary>
    public long? Holds { get; init; }

    /// <summary>In process: holds that pools refused; each has its order planned again.</summary>
    public long? HoldsRefused { get; init; }

    /// <summary>How often each code of a refusal or failure came.</summary>
    public required IReadOnlyDictionary<string, long> Codes { get; init; }

    /// <summary>Whether nothing was sold twice or lost.</summary>
    internal bool IsSound => OversoldPools == 0 && MissingClaimPools == 0;
}
