using System.Collections.Immutable;

namespace Fulcrum.Grains.Orders;

/// <summary>Pools of an attempt that came to nothing have not acknowledged its end.</summary>
/// <param name="Attempt">Attempt.</param>
/// <param name="HoldDeadline">Deadline of the holds.</param>
/// <param name="Pools">Pools.</param>
public sealed record OrderOwes(Guid Attempt, DateTimeOffset HoldDeadline, ImmutableArray<string> Pools) : OrderEvent;
