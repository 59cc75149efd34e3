using System.Collections.Immutable;

namespace Fulcrum.Contracts.Exchange;

/// <summary>A part of the feed.</summary>
[GenerateSerializer, Immutable, Alias("exchange.event-page")]
public sealed record EventPage
{
    /// <summary>Events in feed order.</summary>
    [Id(0)] public ImmutableArray<EventView> Items { get; init; } = [];

    /// <summary>Cursor to go on from.</summary>
    [Id(1)] public string? NextCursor { get; init; }
}
