namespace Fulcrum.Grains.Pools;

/// <summary>The order has asked for patience.</summary>
/// <param name="Attempt">Attempt.</param>
/// <param name="ProbeAt">When to ask again.</param>
/// <param name="CheckedVersion">Configuration that the order has checked the hold against.</param>
public sealed record PoolPostponed(Guid Attempt, DateTimeOffset ProbeAt, long CheckedVersion) : PoolEvent;
