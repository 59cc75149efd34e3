namespace Fulcrum.Contracts.Exchange;

/// <summary>An event of the feed.</summary>
[GenerateSerializer, Immutable, Alias("exchange.event")]
public sealed record EventView
{
    /// <summary>Cursor just after it.</summary>
    [Id(0)] public required string Cursor { get; init; }

    /// <summary>What it happened to: <c>order:…</c>, <c>pool:…</c>, <c>provider:…</c>, <c>market:…</c>.</summary>
    [Id(1)] public required string Subject { get; init; }

    /// <summary>Position among the events of its subject.</summary>
    [Id(2)] public required long Version { get; init; }

    /// <summary>Type with its version.</summary>
    [Id(3)] public required string Type { get; init; }

    /// <summary>When it was decided.</summary>
    [Id(4)] public required DateTimeOffset At { get; init; }

    /// <summary>The event as JSON.</summary>
    [Id(5)] public required string Data { get; init; }
}
