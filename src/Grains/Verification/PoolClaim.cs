namespace Fulcrum.Grains.Verification;

/// <summary>A claim as the events of its pool tell it.</summary>
/// <param name="Pool">Id of the pool.</param>
/// <param name="Attempt">Attempt.</param>
/// <param name="Order">Key of the order.</param>
/// <param name="Allocated">Allocation, or else a hold.</param>
/// <param name="Amounts">Amounts in words, equal for equal amounts.</param>
public sealed record PoolClaim(string Pool, Guid Attempt, string Order, bool Allocated, string Amounts);
