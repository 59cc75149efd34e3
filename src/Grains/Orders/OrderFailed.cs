namespace Fulcrum.Grains.Orders;

/// <summary>A fault of ours.</summary>
/// <param name="Code">Code.</param>
/// <param name="Detail">In words.</param>
public sealed record OrderFailed(string Code, string? Detail) : OrderEvent;
