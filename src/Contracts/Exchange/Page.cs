using System.Collections.Immutable;

namespace Fulcrum.Contracts.Exchange;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">Type of the items.</typeparam>
[GenerateSerializer, Immutable, Alias("exchange.page`1")]
public sealed record Page<T>
{
    /// <summary>Items.</summary>
    [Id(0)] public ImmutableArray<T> Items { get; init; } = [];

    /// <summary>Items in all.</summary>
    [Id(1)] public long TotalItems { get; init; }

    /// <summary>Continues the list; absent on the last page.</summary>
    [Id(2)] public string? NextCursor { get; init; }
}
