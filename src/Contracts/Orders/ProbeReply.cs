namespace Fulcrum.Contracts.Orders;

/// <summary>What an order answers a pool that asks; durable before it is said.</summary>
[GenerateSerializer, Immutable, Alias("orders.probe-reply")]
public sealed record ProbeReply
{
    /// <summary>What became of the hold.</summary>
    [Id(0)] public required ProbeVerdict Verdict { get; init; }

    /// <summary>When to ask again.</summary>
    [Id(1)] public DateTimeOffset? AskAgainAt { get; init; }
}
