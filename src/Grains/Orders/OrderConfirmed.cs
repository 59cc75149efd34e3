namespace Fulcrum.Grains.Orders;

/// <summary>The holds are allocations.</summary>
public sealed record OrderConfirmed : OrderEvent;
