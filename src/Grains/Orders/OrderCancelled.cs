namespace Fulcrum.Grains.Orders;

/// <summary>The order was given up.</summary>
public sealed record OrderCancelled : OrderEvent;
