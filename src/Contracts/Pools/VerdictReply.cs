namespace Fulcrum.Contracts.Pools;

/// <summary>A pool has heard a verdict; what it says here is durable.</summary>
[GenerateSerializer, Immutable, Alias("pools.verdict-reply")]
public sealed record VerdictReply
{
    /// <summary>The claim after the verdict.</summary>
    [Id(0)] public required ClaimState State { get; init; }

    /// <summary>Version of the ledger that the answer rests on.</summary>
    [Id(1)] public required long Generation { get; init; }
}
