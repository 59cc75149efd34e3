namespace Fulcrum.Grains.Orders;

/// <summary>An active order is over.</summary>
public sealed record OrderEnded : OrderEvent;
