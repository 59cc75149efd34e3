using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;

namespace Fulcrum.Contracts.Orders;

/// <summary>Everything needed to check a decision again.</summary>
[GenerateSerializer, Immutable, Alias("orders.decision")]
public sealed record OrderDecision
{
    /// <summary>The order that was decided on.</summary>
    [Id(0)] public required OrderDocument Order { get; init; }

    /// <summary>The decision.</summary>
    [Id(1)] public required DecisionDocument Decision { get; init; }

    /// <summary>What is claimed where, with the versions planned on.</summary>
    [Id(2)] public ImmutableArray<PlannedHold> Holds { get; init; } = [];

    /// <summary>What the decision rests on: a <see cref="DecisionEvidenceDocument"/> in JSON.</summary>
    [Id(3)] public string? Evidence { get; init; }
}
