using System.Collections.Immutable;

namespace Fulcrum.Contracts.Exchange;

/// <summary>How to sum capacity.</summary>
[GenerateSerializer, Immutable, Alias("exchange.capacity-query")]
public sealed record CapacityQuery
{
    /// <summary>Any of <c>country</c>, <c>provider</c>, <c>location</c>, <c>pool</c>.</summary>
    [Id(0)] public ImmutableArray<string> GroupBy { get; init; } = [];

    /// <summary>Only these resource classes; empty is all.</summary>
    [Id(1)] public ImmutableArray<string> Classes { get; init; } = [];
}
