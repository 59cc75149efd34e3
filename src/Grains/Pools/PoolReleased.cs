namespace Fulcrum.Grains.Pools;

/// <summary>A claim is over, or one that has not arrived yet can never come to life.</summary>
/// <param name="Order">Key of the order.</param>
/// <param name="Attempt">Attempt.</param>
/// <param name="TombstoneUntil">Until when a late hold must be refused; absent when its deadline is long past.</param>
/// <param name="Cause">How the pool learned of it.</param>
public sealed record PoolReleased(string Order, Guid Attempt, DateTimeOffset? TombstoneUntil, ReleaseCause Cause) : PoolEvent;
