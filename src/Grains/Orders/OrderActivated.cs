namespace Fulcrum.Grains.Orders;

/// <summary>The exchange has reported the order provisioned.</summary>
public sealed record OrderActivated : OrderEvent;
