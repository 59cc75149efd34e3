namespace Fulcrum.Grains.Pools;

/// <summary>A change of a pool's ledger.</summary>
public abstract record PoolEvent;
