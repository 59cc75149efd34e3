namespace Fulcrum.Grains.Orders;

/// <summary>The order was not confirmed in time.</summary>
/// <param name="Code">Why.</param>
public sealed record OrderExpired(string Code) : OrderEvent;
