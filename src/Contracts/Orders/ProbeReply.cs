namespace Fulcrum.Contracts.Orders;

/// <summary>What an order answers a pool that asks; durable before it is said.</summary>
[GenerateSerializer, Immutable, Alias("orders.probe-reply")]
public sealed record ProbeReply
{
    /// <summary>What became of the hold.</summary>
    [Id(0)] public required ProbeVerdict Verdict { get; init; }

    /// <summary>When to ask again.</summary>
    [Id(1)] public DateTimeOffset? AskAgainAt { get; init; }

    /// <summary>Of a confirmed order: whether what it has in the pool meets its gate on the configuration asked about; absent when none was.</summary>
    [Id(2)] public bool? Complies { get; init; }
}
