using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Orders;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Orders;

/// <summary>What a planner found, with everything that is recorded of it.</summary>
public sealed record PlanOutcome
{
    /// <summary>What was found.</summary>
    public required PlanKind Kind { get; init; }

    /// <summary>Plan with certificate, or funnel; absent with a fault or an overload.</summary>
    public DecisionDocument? Decision { get; init; }

    /// <summary>What to hold, one entry per pool; empty without a plan.</summary>
    public ImmutableArray<PlannedHold> Holds { get; init; } = [];

    /// <summary>Earliest end of validity among the facts the gate used; absent is unlimited.</summary>
    public DateTimeOffset? CompliantUntil { get; init; }

    /// <summary>What the decision rests on: a <see cref="DecisionEvidenceDocument"/> in JSON, recorded as it is.</summary>
    public JsonText? Evidence { get; init; }

    /// <summary>Whether the shards were read afresh for this.</summary>
    public bool ReadAfresh { get; init; }

    /// <summary>The batch in which the order was planned; absent when it was planned alone.</summary>
    public BatchFigures? Batch { get; init; }

    /// <summary>In words, for a fault.</summary>
    public string? Detail { get; init; }
}
