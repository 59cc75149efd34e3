namespace Fulcrum.Contracts.Documents;

/// <summary>A measured round-trip latency; it holds in both directions unless the other direction is given too.</summary>
[GenerateSerializer, Immutable, Alias("doc.link")]
public sealed record LinkDocument
{
    /// <summary>Location.</summary>
    [Id(0)] public required string From { get; init; }

    /// <summary>Another location.</summary>
    [Id(1)] public required string To { get; init; }

    /// <summary>Milliseconds, round trip.</summary>
    [Id(2)] public required decimal LatencyMs { get; init; }
}
