using System.Collections.Immutable;

namespace Fulcrum.Contracts.Documents;

/// <summary>What a buyer wants.</summary>
[GenerateSerializer, Immutable, Alias("doc.order")]
public sealed record OrderDocument
{
    /// <summary>Identifier; absent, it is derived from the idempotency key.</summary>
    [Id(0)] public string? Id { get; init; }

    /// <summary>Who buys.</summary>
    [Id(1)] public string? ConsumerId { get; init; }

    /// <summary>Items to place, all or none.</summary>
    [Id(2)] public ImmutableArray<OrderItemDocument> Items { get; init; } = [];

    /// <summary>Relations between items.</summary>
    [Id(3)] public ImmutableArray<RelationDocument> Relations { get; init; } = [];

    /// <summary>Rules over the whole order.</summary>
    [Id(4)] public OrderPolicyDocument Policy { get; init; } = OrderPolicyDocument.None;

    /// <summary>What is minimised; absent is weighted with every weight 1.</summary>
    [Id(5)] public ObjectiveDocument? Objective { get; init; }

    /// <summary>Limits of the solve.</summary>
    [Id(6)] public LimitsDocument? Limits { get; init; }
}
