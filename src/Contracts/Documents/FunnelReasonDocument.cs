namespace Fulcrum.Contracts.Documents;

/// <summary>A reason and how many pools it holds for.</summary>
[GenerateSerializer, Immutable, Alias("doc.funnel-reason")]
public sealed record FunnelReasonDocument
{
    /// <summary>In words.</summary>
    [Id(0)] public required string Reason { get; init; }

    /// <summary>Pools.</summary>
    [Id(1)] public required int Pools { get; init; }
}
