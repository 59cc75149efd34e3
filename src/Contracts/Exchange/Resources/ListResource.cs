using System.Collections.Immutable;

namespace Fulcrum.Contracts.Exchange.Resources;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">Type of the items.</typeparam>
public sealed record ListResource<T>
{
    /// <summary>Items.</summary>
    public ImmutableArray<T> Items { get; init; } = [];

    /// <summary>Items in all, over every page.</summary>
    public required long TotalItems { get; init; }

    /// <summary>Value of <c>cursor</c> for the next page; absent on the last.</summary>
    public string? NextCursor { get; init; }
}
