using System.Collections.Immutable;

namespace Fulcrum.Grains.Orders;

/// <summary>Pools have acknowledged a verdict durably.</summary>
/// <param name="Attempt">Attempt.</param>
/// <param name="Confirmed">Whether the verdict was a confirmation.</param>
/// <param name="Pools">Pools.</param>
/// <param name="Lost">Those of them that did not have the claim any more.</param>
public sealed record OrderTold(Guid Attempt, bool Confirmed, ImmutableArray<string> Pools, ImmutableArray<string> Lost) : OrderEvent;
