using System.Text.Json;

namespace Fulcrum.Contracts.Exchange.Resources;

/// <summary>An event of the feed.</summary>
public sealed record EventResource
{
    /// <summary>Cursor just after it.</summary>
    public required string Cursor { get; init; }

    /// <summary>What it happened to: <c>order:…</c>, <c>pool:…</c>, <c>provider:…</c>, <c>market:…</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Position among the events of its subject.</summary>
    public required long Version { get; init; }

    /// <summary>Type with its version.</summary>
    public required string Type { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The event.</summary>
    public required JsonElement Data { get; init; }

    /// <summary>The event as the outside sees it.</summary>
    public static EventResource From(EventView view) => new()
    {
        Cursor = view.Cursor,
        Subject = view.Subject,
        Version = view.Version,
        Type = view.Type,
        At = view.At,
        Data = JsonElement.Parse(view.Data),
    };
}
