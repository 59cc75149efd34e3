namespace Fulcrum.Contracts.Documents;

/// <summary>Replicas of one item served by one candidate.</summary>
[GenerateSerializer, Immutable, Alias("doc.assignment")]
public sealed record AssignmentDocument
{
    /// <summary>Item.</summary>
    [Id(0)] public required string ItemId { get; init; }

    /// <summary>Pool.</summary>
    [Id(1)] public required string ResourcePoolId { get; init; }

    /// <summary>Offer; absent is free-form.</summary>
    [Id(2)] public string? OfferId { get; init; }

    /// <summary>Replicas.</summary>
    [Id(3)] public required long Quantity { get; init; }

    /// <summary>Price of these replicas together, EUR per month.</summary>
    [Id(4)] public required decimal PriceMonthly { get; init; }
}
