namespace Fulcrum.Workloads;

/// <summary>What a synthetic federation looks like.</summary>
public sealed record FederationShape
{
    /// <summary>Pools of each provider but the last, which has what is left.</summary>
    public const int PoolsPerProvider = 5;

    /// <summary>Number of pools.</summary>
    public required int Pools { get; init; }

    /// <summary>Same shape and seed, same federation.</summary>
    public required long Seed { get; init; }

    /// <summary>Multiplies every inventory; 1 leaves pools of 32 to 1 024 vCPU.</summary>
    public int CapacityFactor { get; init; } = 1;

    /// <summary>Whether providers charge a fee per order; a fee couples the items of an order.</summary>
    public bool HasFees { get; init; } = true;
}
