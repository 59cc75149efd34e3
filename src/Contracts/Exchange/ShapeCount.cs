using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Exchange;

/// <summary>How many of one shape.</summary>
[GenerateSerializer, Immutable, Alias("exchange.shape-count")]
public sealed record ShapeCount
{
    /// <summary>Shape.</summary>
    [Id(0)] public required string ShapeId { get; init; }

    /// <summary>Value per grouping; empty is all.</summary>
    [Id(1)] public SortedMap<string> Key { get; init; } = [];

    /// <summary>How many can be sold now.</summary>
    [Id(2)] public required long Sellable { get; init; }

    /// <summary>Lowest price of one, EUR per month; absent when none can be sold.</summary>
    [Id(3)] public decimal? MinPriceMonthly { get; init; }
}
