using System.Collections.Immutable;

namespace Fulcrum.Contracts.Exchange;

/// <summary>How many of each shape can be sold now, each shape on its own.</summary>
[GenerateSerializer, Immutable, Alias("exchange.shape-report")]
public sealed record ShapeReport
{
    /// <summary>One entry per shape and group, and one per shape without key: all groups together.</summary>
    [Id(0)] public ImmutableArray<ShapeCount> Shapes { get; init; } = [];

    /// <summary>When it was read.</summary>
    [Id(1)] public required DateTimeOffset At { get; init; }
}
