namespace Fulcrum.Grains.Verification;

/// <summary>A claim of which pool and order have not told the same, as far as they have been read.</summary>
/// <param name="Pool">Id of the pool.</param>
/// <param name="Attempt">Attempt.</param>
/// <param name="Order">Key of the order.</param>
public sealed record ClaimDoubt(string Pool, Guid Attempt, string Order);
