using System.Collections.Immutable;
using System.Text.Json;
using Fulcrum.Contracts.Documents;
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

    /// <summary>Facts of the pools and providers used, as the planner saw them.</summary>
    public JsonElement? Evidence { get; init; }

    /// <summary>The decision as the outside sees it.</summary>
    public static OrderDecisionResource From(OrderDecision decision) => new()
    {
        Order = decision.Order,
        Decision = decision.Decision,
        Holds = [.. decision.Holds.Select(PlannedHoldResource.From)],
        Evidence = decision.Evidence is { } evidence ? JsonElement.Parse(evidence) : null,
    };
}
