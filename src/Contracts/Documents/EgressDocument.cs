namespace Fulcrum.Contracts.Documents;

/// <summary>What traffic leaving a provider costs.</summary>
[GenerateSerializer, Immutable, Alias("doc.egress")]
public sealed record EgressDocument
{
    /// <summary>EUR per GiB.</summary>
    [Id(0)] public required decimal PricePerGiB { get; init; }

    /// <summary>GiB per month and order that cost nothing.</summary>
    [Id(1)] public decimal FreeGiBMonthly { get; init; }
}
