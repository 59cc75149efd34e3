using System.Collections.Immutable;

namespace Fulcrum.Contracts.Documents;

/// <summary>What each rule removed for one item.</summary>
[GenerateSerializer, Immutable, Alias("doc.funnel")]
public sealed record ItemFunnelDocument
{
    /// <summary>Item.</summary>
    [Id(0)] public required string ItemId { get; init; }

    /// <summary>Pools at the start.</summary>
    [Id(1)] public int Pools { get; init; }

    /// <summary>Rules in order.</summary>
    [Id(2)] public ImmutableArray<FunnelStepDocument> Steps { get; init; } = [];
}
