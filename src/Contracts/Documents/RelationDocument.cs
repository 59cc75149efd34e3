namespace Fulcrum.Contracts.Documents;

/// <summary>What holds between two items.</summary>
[GenerateSerializer, Immutable, Alias("doc.relation")]
public sealed record RelationDocument
{
    /// <summary>Item.</summary>
    [Id(0)] public required string From { get; init; }

    /// <summary>Another item.</summary>
    [Id(1)] public required string To { get; init; }

    /// <summary>Largest round trip, milliseconds.</summary>
    [Id(2)] public decimal? MaxLatencyMs { get; init; }

    /// <summary>Which pairs the bound covers.</summary>
    [Id(3)] public LatencyScope Scope { get; init; }

    /// <summary>Traffic of the whole from item.</summary>
    [Id(4)] public decimal TrafficGiBMonthly { get; init; }

    /// <summary>What a millisecond is worth, EUR per month.</summary>
    [Id(5)] public decimal ValuePerMsMonthly { get; init; }

    /// <summary>Same domain.</summary>
    [Id(6)] public DomainKind? Affinity { get; init; }

    /// <summary>No shared domain.</summary>
    [Id(7)] public DomainKind? AntiAffinity { get; init; }
}
