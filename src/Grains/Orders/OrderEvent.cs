namespace Fulcrum.Grains.Orders;

/// <summary>A change of an order.</summary>
public abstract record OrderEvent;
