using System.Collections.Immutable;
using Fulcrum.Contracts.Orders;

namespace Fulcrum.Grains.Orders;

/// <summary>An attempt to hold a plan.</summary>
/// <param name="Id">Random, never used twice.</param>
/// <param name="Plan">The plan.</param>
/// <param name="HoldDeadline">Deadline of its holds.</param>
/// <param name="ExpiresAt">When its holds end unless confirmed.</param>
internal sealed record Attempt(Guid Id, PlanOutcome Plan, DateTimeOffset HoldDeadline, DateTimeOffset ExpiresAt)
{
    /// <summary>What is claimed of which pool.</summary>
    public ImmutableArray<PlannedHold> Holds => Plan.Holds;
}
