namespace Fulcrum.Contracts.Pools;

/// <summary>What a pool says to a hold: yes or no, at once.</summary>
[GenerateSerializer, Immutable, Alias("pools.hold-reply")]
public sealed record HoldReply
{
    /// <summary>Whether the claim is durable.</summary>
    [Id(0)] public required bool Accepted { get; init; }

    /// <summary>Why not.</summary>
    [Id(1)] public HoldRefusalReason Reason { get; init; }

    /// <summary>In words.</summary>
    [Id(2)] public string? Detail { get; init; }

    /// <summary>Version of the ledger that the answer rests on.</summary>
    [Id(3)] public required long Generation { get; init; }

    /// <summary>The pool as it is now, with a refusal; absent when the pool does not exist.</summary>
    [Id(4)] public PoolSummary? Summary { get; init; }
}
