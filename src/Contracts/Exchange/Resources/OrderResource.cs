using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Orders;

namespace Fulcrum.Contracts.Exchange.Resources;

/// <summary>An order or a quote as it is.</summary>
public sealed record OrderResource
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Who buys.</summary>
    public string? ConsumerId { get; init; }

    /// <summary>State.</summary>
    public required OrderState State { get; init; }

    /// <summary>Grows with every change; the entity tag.</summary>
    public required long Version { get; init; }

    /// <summary>Why it was rejected, failed or expired: code of <see cref="ErrorCodes"/>.</summary>
    public string? Code { get; init; }

    /// <summary>The same in words.</summary>
    public string? Detail { get; init; }

    /// <summary>Its items.</summary>
    public ImmutableArray<OrderItemResource> Items { get; init; } = [];

    /// <summary>What was asked for.</summary>
    public required OrderDocument Request { get; init; }

    /// <summary>Currency of all money here.</summary>
    public string Currency { get; init; } = Currencies.Euro;

    /// <summary>What is known of the answer; absent while nothing is decided.</summary>
    public PlacementStatus? Status { get; init; }

    /// <summary>The instant at which facts were evaluated.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The plan, when there is one.</summary>
    public PlanDocument? Plan { get; init; }

    /// <summary>What each rule removed, per item.</summary>
    public ImmutableArray<ItemFunnelDocument>? Funnel { get; init; }

    /// <summary>Rules that cannot hold together; absent unless asked for or infeasible.</summary>
    public ImmutableArray<string>? ConflictSet { get; init; }

    /// <summary>Changes that would make the order possible.</summary>
    public ImmutableArray<RelaxationDocument>? Relaxations { get; init; }

    /// <summary>Other plans, where asked for.</summary>
    public ImmutableArray<PlanDocument>? Alternatives { get; init; }

    /// <summary>The trade-off between price, locality and sovereignty, where asked for.</summary>
    public FrontierDocument? Frontier { get; init; }

    /// <summary>Why a provider was not chosen, where asked for.</summary>
    public WhyNotDocument? WhyNot { get; init; }

    /// <summary>Claims of the plan.</summary>
    public ImmutableArray<HoldResource> Holds { get; init; } = [];

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When holds end unless confirmed.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Until when a quote can be ordered.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>When it was confirmed.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>Earliest end of validity among the facts that the sovereignty gate used.</summary>
    public DateTimeOffset? CompliantUntil { get; init; }

    /// <summary>The order as the outside sees it.</summary>
    public static OrderResource From(OrderView view) => WithDecision(Bare(view), view.Decision) with
    {
        DecidedAt = view.DecidedAt ?? view.Decision?.DecidedAt,
        Holds = [.. view.Holds.Select(HoldResource.From)],
        ExpiresAt = view.ExpiresAt,
        ValidUntil = view.ValidUntil,
        ConfirmedAt = view.ConfirmedAt,
        CompliantUntil = view.CompliantUntil,
        Code = view.Code,
        Detail = view.Detail,
    };

    private static OrderResource Bare(OrderView view) => new()
    {
        Id = view.Id.Value,
        ConsumerId = view.Request.ConsumerId,
        State = view.State,
        Version = view.Version,
        Items = [.. view.Request.Items.Select(item => OrderItemResource.From(item, view.State, view.Decision?.Plan))],
        Request = view.Request,
        ReceivedAt = view.ReceivedAt,
    };

    private static OrderResource WithDecision(OrderResource order, DecisionDocument? decision) => decision is null ? order : order with
    {
        Status = decision.Status,
        Plan = decision.Plan,
        Funnel = decision.Funnel,
        ConflictSet = decision.ConflictSet,
        Relaxations = decision.Relaxations,
        Alternatives = decision.Alternatives,
        Frontier = decision.Frontier,
        WhyNot = decision.WhyNot,
    };
}
