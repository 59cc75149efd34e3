using System.Collections.Immutable;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Documents;

/// <summary>Why a provider was not chosen for an item: the order planned again with the item forced there.</summary>
[GenerateSerializer, Immutable, Alias("doc.why-not")]
public sealed record WhyNotDocument
{
    /// <summary>Item.</summary>
    [Id(0)] public required string ItemId { get; init; }

    /// <summary>Provider.</summary>
    [Id(1)] public required string ProviderId { get; init; }

    /// <summary>Whether there is a plan with it.</summary>
    [Id(2)] public required PlacementStatus Status { get; init; }

    /// <summary>The reason in words.</summary>
    [Id(3)] public required string Detail { get; init; }

    /// <summary>How much more that plan costs, per term, EUR per month; absent when there is none.</summary>
    [Id(4)] public SortedMap<decimal>? Difference { get; init; }

    /// <summary>That plan; absent when there is none.</summary>
    [Id(5)] public PlanDocument? Plan { get; init; }

    /// <summary>When there is no plan: rules of the order that cannot hold together with it.</summary>
    [Id(6)] public ImmutableArray<string>? ConflictSet { get; init; }
}
