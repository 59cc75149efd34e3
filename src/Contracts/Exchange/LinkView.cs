namespace Fulcrum.Contracts.Exchange;

/// <summary>Latency between two locations, round trip.</summary>
[GenerateSerializer, Immutable, Alias("exchange.link")]
public sealed record LinkView
{
    /// <summary>Location.</summary>
    [Id(0)] public required string From { get; init; }

    /// <summary>Location.</summary>
    [Id(1)] public required string To { get; init; }

    /// <summary>Milliseconds.</summary>
    [Id(2)] public required decimal LatencyMs { get; init; }

    /// <summary>Whether it is estimated from distance rather than measured.</summary>
    [Id(3)] public required bool Estimated { get; init; }
}
