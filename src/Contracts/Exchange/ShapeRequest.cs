using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;

namespace Fulcrum.Contracts.Exchange;

/// <summary>How many of each shape can be sold now?</summary>
[GenerateSerializer, Immutable, Alias("exchange.shape-request")]
public sealed record ShapeRequest
{
    /// <summary>Shapes.</summary>
    [Id(0)] public ImmutableArray<ShapeDocument> Shapes { get; init; } = [];

    /// <summary>Gate that pools must pass.</summary>
    [Id(1)] public SovereigntyPolicyDocument? Policy { get; init; }

    /// <summary>Where pools must be.</summary>
    [Id(2)] public PlacementRuleDocument? Placement { get; init; }

    /// <summary>Groupings, as in <see cref="CapacityQuery"/>.</summary>
    [Id(3)] public ImmutableArray<string> GroupBy { get; init; } = [];
}
