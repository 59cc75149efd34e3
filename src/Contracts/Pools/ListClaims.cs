using Fulcrum.Contracts.Identity;

namespace Fulcrum.Contracts.Pools;

/// <summary>Asks for what is held and runs in a pool.</summary>
[GenerateSerializer, Immutable, Alias("pools.list-claims")]
public sealed record ListClaims
{
    /// <summary>Continue after this attempt; absent is from the beginning.</summary>
    [Id(0)] public AttemptId? After { get; init; }

    /// <summary>Claims wanted.</summary>
    [Id(1)] public int Limit { get; init; } = 100;
}
