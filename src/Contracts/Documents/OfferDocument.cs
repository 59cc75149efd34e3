using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Documents;

/// <summary>A shape that a pool sells.</summary>
[GenerateSerializer, Immutable, Alias("doc.offer")]
public sealed record OfferDocument
{
    /// <summary>Identifier, unique in the pool.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Amount per class.</summary>
    [Id(1)] public required SortedMap<long> Resources { get; init; }

    /// <summary>EUR per hour.</summary>
    [Id(2)] public required decimal PricePerHour { get; init; }
}
