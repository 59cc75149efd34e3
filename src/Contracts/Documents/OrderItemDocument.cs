using System.Collections.Immutable;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Documents;

/// <summary>Replicas of one demand.</summary>
[GenerateSerializer, Immutable, Alias("doc.order-item")]
public sealed record OrderItemDocument
{
    /// <summary>Identifier, unique in the order.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Replicas.</summary>
    [Id(1)] public required int Quantity { get; init; }

    /// <summary>Amount per class that one replica needs.</summary>
    [Id(2)] public required SortedMap<long> Resources { get; init; }

    /// <summary>Traits asked for.</summary>
    [Id(3)] public TraitRequirementDocument? Traits { get; init; }

    /// <summary>Where it may run.</summary>
    [Id(4)] public PlacementRuleDocument? Placement { get; init; }

    /// <summary>Where its users are.</summary>
    [Id(5)] public ImmutableArray<UserGroupDocument> Users { get; init; } = [];

    /// <summary>How replicas are spread.</summary>
    [Id(6)] public ImmutableArray<SpreadDocument> Spread { get; init; } = [];

    /// <summary>Losses survived.</summary>
    [Id(7)] public ImmutableArray<SurviveDocument> Survive { get; init; } = [];
}
