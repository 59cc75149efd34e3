using System.Collections.Immutable;

namespace Fulcrum.Contracts.Documents;

/// <summary>The effect of one rule.</summary>
[GenerateSerializer, Immutable, Alias("doc.funnel-step")]
public sealed record FunnelStepDocument
{
    /// <summary>Name of the rule.</summary>
    [Id(0)] public required string Rule { get; init; }

    /// <summary>Pools removed.</summary>
    [Id(1)] public required int Removed { get; init; }

    /// <summary>Pools left.</summary>
    [Id(2)] public required int Left { get; init; }

    /// <summary>Why, most frequent first.</summary>
    [Id(3)] public ImmutableArray<FunnelReasonDocument> Reasons { get; init; } = [];
}
