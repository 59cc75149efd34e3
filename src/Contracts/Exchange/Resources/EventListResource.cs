using System.Collections.Immutable;

namespace Fulcrum.Contracts.Exchange.Resources;

/// <summary>A part of the feed. A feed has no end, so there is no total; its cursor is worth keeping also when no event came.</summary>
public sealed record EventListResource
{
    /// <summary>Events in feed order.</summary>
    public ImmutableArray<EventResource> Items { get; init; } = [];

    /// <summary>Value of <c>after</c> to go on from.</summary>
    public string? NextCursor { get; init; }

    /// <summary>The part as the outside sees it.</summary>
    public static EventListResource From(EventPage page) => new() { Items = [.. page.Items.Select(EventResource.From)], NextCursor = page.NextCursor };
}
