namespace Fulcrum.Grains.Orders;

/// <summary>Times and limits an order goes by.</summary>
public sealed record OrderOptions
{
    /// <summary>How long holds stay when the request does not say.</summary>
    /// <value>Default 900.</value>
    public int HoldSecondsDefault { get; init; } = 900;

    /// <summary>Longest hold a request may ask for.</summary>
    /// <value>Default 86 400.</value>
    public int HoldSecondsMax { get; init; } = 86_400;

    /// <summary>How long a quote can be ordered.</summary>
    /// <value>Default 900.</value>
    public int QuoteSeconds { get; init; } = 900;

    /// <summary>How long an order waits for a pool's answer to a hold.</summary>
    /// <value>Default 5.</value>
    public int HoldTimeoutSeconds { get; init; } = 5;

    /// <summary>Plans tried before the answer is a capacity conflict.</summary>
    /// <value>Default 5.</value>
    public int CyclesMax { get; init; } = 5;
}
