namespace Fulcrum.Grains.Orders;

/// <summary>Holds stay longer.</summary>
/// <param name="ExpiresAt">When they end now.</param>
public sealed record OrderRenewed(DateTimeOffset ExpiresAt) : OrderEvent;
