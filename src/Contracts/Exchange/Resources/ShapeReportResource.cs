using System.Collections.Immutable;

namespace Fulcrum.Contracts.Exchange.Resources;

/// <summary>How many of each shape can be sold now, each shape on its own.</summary>
public sealed record ShapeReportResource
{
    /// <summary>One entry per shape and group, and one per shape without key: all groups together.</summary>
    public ImmutableArray<ShapeCount> Shapes { get; init; } = [];

    /// <summary>Currency of the prices.</summary>
    public string Currency { get; init; } = Currencies.Euro;

    /// <summary>When it was read.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The report as the outside sees it.</summary>
    public static ShapeReportResource From(ShapeReport report) => new() { Shapes = report.Shapes, At = report.At };
}
