using System.Collections.Immutable;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Documents;

/// <summary>Capacity of one provider at one location that can be sold.</summary>
[GenerateSerializer, Immutable, Alias("doc.pool")]
public sealed record ResourcePoolDocument
{
    /// <summary>Identifier.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The member that sells it.</summary>
    [Id(1)] public required string ProviderId { get; init; }

    /// <summary>Where it is.</summary>
    [Id(2)] public required string LocationId { get; init; }

    /// <summary>Zone inside the location.</summary>
    [Id(3)] public string? Zone { get; init; }

    /// <summary>Agent of the control plane that provisions here.</summary>
    [Id(4)] public string? AgentId { get; init; }

    /// <summary>Whether it takes new orders.</summary>
    [Id(5)] public LifecycleStatus Status { get; init; } = LifecycleStatus.Active;

    /// <summary>Capabilities without a quantity.</summary>
    [Id(6)] public ImmutableArray<string> Traits { get; init; } = [];

    /// <summary>What this pool states differently from its provider.</summary>
    [Id(7)] public SovereigntyProfile Sovereignty { get; init; } = SovereigntyProfile.None;

    /// <summary>Inventory per resource class.</summary>
    [Id(8)] public SortedMap<InventoryDocument> Inventories { get; init; } = [];

    /// <summary>EUR per unit-hour per class, for free-form amounts.</summary>
    [Id(9)] public SortedMap<decimal>? PriceBook { get; init; }

    /// <summary>Shapes for sale.</summary>
    [Id(10)] public ImmutableArray<OfferDocument> Offers { get; init; } = [];
}
