using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Grains.Pools;

/// <summary>A hold was accepted.</summary>
/// <param name="Order">Key of the order.</param>
/// <param name="Attempt">Attempt.</param>
/// <param name="Amounts">Amount per class.</param>
/// <param name="ConfigVersion">Configuration planned on.</param>
/// <param name="ExpiresAt">When the order means to let go.</param>
/// <param name="Deadline">Deadline of the hold.</param>
/// <param name="ProbeAt">When to ask the order.</param>
public sealed record PoolHeld(
    string Order,
    Guid Attempt,
    SortedMap<long> Amounts,
    long ConfigVersion,
    DateTimeOffset ExpiresAt,
    DateTimeOffset Deadline,
    DateTimeOffset ProbeAt) : PoolEvent;
