namespace Fulcrum.Grains.Pools;

/// <summary>A hold became an allocation.</summary>
/// <param name="Attempt">Attempt.</param>
public sealed record PoolConfirmed(Guid Attempt) : PoolEvent;
