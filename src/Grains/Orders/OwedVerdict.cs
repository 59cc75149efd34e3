namespace Fulcrum.Grains.Orders;

/// <summary>A verdict that a pool has not acknowledged.</summary>
/// <param name="Attempt">Attempt.</param>
/// <param name="Pool">Pool.</param>
/// <param name="Confirm">Confirm, or else release.</param>
/// <param name="HoldDeadline">Deadline of the hold.</param>
internal readonly record struct OwedVerdict(Guid Attempt, string Pool, bool Confirm, DateTimeOffset HoldDeadline);
