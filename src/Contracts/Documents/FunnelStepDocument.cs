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

    /// <summary>Pools that the rule would remove if it were the only one, where an explanation was asked for.</summary>
    [Id(4)] public int? RemovedAlone { get; init; }

    /// <summary>Pools that would be left if only this rule were dropped, where an explanation was asked for.</summary>
    [Id(5)] public int? LeftWithout { get; init; }
}
