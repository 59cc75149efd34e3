using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Pools;

/// <summary>Replicas of one item that a claim covers.</summary>
[GenerateSerializer, Immutable, Alias("pools.hold-line")]
public sealed record HoldLine
{
    /// <summary>Item.</summary>
    [Id(0)] public required string ItemId { get; init; }

    /// <summary>Offer; absent is free-form.</summary>
    [Id(1)] public string? OfferId { get; init; }

    /// <summary>Replicas.</summary>
    [Id(2)] public required long Quantity { get; init; }

    /// <summary>What one replica consumes, per class.</summary>
    [Id(3)] public required SortedMap<long> Resources { get; init; }
}
