using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Exchange;

/// <summary>A shape asked for.</summary>
[GenerateSerializer, Immutable, Alias("exchange.shape")]
public sealed record ShapeDocument
{
    /// <summary>Identifier.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Amount per class.</summary>
    [Id(1)] public required SortedMap<long> Resources { get; init; }

    /// <summary>Traits asked for.</summary>
    [Id(2)] public TraitRequirementDocument? Traits { get; init; }
}
