using System.Collections.Immutable;
using System.Text.Json;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Json;
using Fulcrum.Contracts.Orders;

namespace Fulcrum.Contracts.Exchange.Resources;

/// <summary>Everything needed to check a decision again.</summary>
public sealed record OrderDecisionResource
{
    /// <summary>The order that was decided on.</summary>
    public required OrderDocument Order { get; init; }

    /// <summary>The decision.</summary>
    public required DecisionDocument Decision { get; init; }

    /// <summary>What is claimed where.</summary>
    public ImmutableArray<PlannedHoldResource> Holds { get; init; } = [];

    /// <summary>What the decision rests on, as the planner saw it.</summary>
    public DecisionEvidenceDocument? Evidence { get; init; }

    /// <summary>The decision as the outside sees it.</summary>
    public static OrderDecisionResource From(OrderDecision decision) => new()
    {
        Order = decision.Order,
        Decision = decision.Decision,
        Holds = [.. decision.Holds.Select(PlannedHoldResource.From)],
        Evidence = decision.Evidence is { } evidence ? JsonSerializer.Deserialize<DecisionEvidenceDocument>(evidence, FulcrumJson.Options) : null,
    };
}
