namespace Fulcrum.Grains.Orders;

/// <summary>An attempt is over: no activation can hold or confirm it any more.</summary>
/// <param name="Attempt">Attempt.</param>
/// <param name="Code">Why, when it was the one that held.</param>
public sealed record OrderVoided(Guid Attempt, string? Code) : OrderEvent;
