namespace Fulcrum.Contracts.Pools;

/// <summary>Where a claim is.</summary>
[GenerateSerializer, Alias("pools.claim-state")]
public enum ClaimState
{
    /// <summary>The pool has no such claim.</summary>
    Unknown,

    /// <summary>Temporary.</summary>
    Held,

    /// <summary>Confirmed.</summary>
    Allocated,

    /// <summary>Over; final.</summary>
    Released,
}
