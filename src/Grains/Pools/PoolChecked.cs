namespace Fulcrum.Grains.Pools;

/// <summary>The order of an allocation has said whether it meets its gate on changed facts.</summary>
/// <param name="Attempt">Attempt.</param>
/// <param name="Version">Configuration that it was checked against.</param>
/// <param name="Complies">Whether it does; if not, the allocation has drifted.</param>
public sealed record PoolChecked(Guid Attempt, long Version, bool Complies) : PoolEvent;
