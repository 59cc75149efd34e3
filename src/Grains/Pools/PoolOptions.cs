namespace Fulcrum.Grains.Pools;

/// <summary>Times a pool goes by.</summary>
public sealed record PoolOptions
{
    /// <summary>How long a pool that has heard nothing waits before it asks the order.</summary>
    /// <value>Default 30.</value>
    public int HoldProbeSeconds { get; init; } = 30;

    /// <summary>How long a change waits for the orders whose holds it concerns before it is answered unsettled.</summary>
    /// <value>Default 5.</value>
    public int SettleSeconds { get; init; } = 5;
}
