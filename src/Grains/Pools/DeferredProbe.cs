namespace Fulcrum.Grains.Pools;

/// <summary>A hold that is asked about later.</summary>
/// <param name="Attempt">Attempt.</param>
/// <param name="ProbeAt">When to ask.</param>
public sealed record DeferredProbe(Guid Attempt, DateTimeOffset ProbeAt);
