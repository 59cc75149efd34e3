namespace Fulcrum.Grains.Pools;

/// <summary>The pool was taken off the market.</summary>
public sealed record PoolRetired : PoolEvent;
