using System.Collections.Immutable;

namespace Fulcrum.Grains.Pools;

/// <summary>The head rows of their orders say that these holds stand: the orders are asked only after the end.</summary>
/// <param name="Probes">The holds.</param>
public sealed record PoolDeferred(ImmutableArray<DeferredProbe> Probes) : PoolEvent;
