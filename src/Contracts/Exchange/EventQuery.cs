using System.Collections.Immutable;

namespace Fulcrum.Contracts.Exchange;

/// <summary>Which part of the event feed.</summary>
[GenerateSerializer, Immutable, Alias("exchange.event-query")]
public sealed record EventQuery
{
    /// <summary>Cursor after which to read; absent is the beginning.</summary>
    [Id(0)] public string? After { get; init; }

    /// <summary>Events wanted.</summary>
    [Id(1)] public int Limit { get; init; } = PageQuery.LimitDefault;

    /// <summary>Only these types; empty is all.</summary>
    [Id(2)] public ImmutableArray<string> Types { get; init; } = [];
}
