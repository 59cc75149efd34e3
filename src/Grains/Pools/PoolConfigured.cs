using Fulcrum.Contracts.Documents;

namespace Fulcrum.Grains.Pools;

/// <summary>The pool was created or its configuration replaced.</summary>
/// <param name="Pool">The configuration.</param>
/// <param name="GateChanged">Whether holds must be checked again: facts, traits, place or a suspension.</param>
public sealed record PoolConfigured(ResourcePoolDocument Pool, bool GateChanged) : PoolEvent;
