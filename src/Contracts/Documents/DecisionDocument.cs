using System.Collections.Immutable;

namespace Fulcrum.Contracts.Documents;

/// <summary>A planned order: status, plan with certificate, funnel.</summary>
[GenerateSerializer, Immutable, Alias("doc.decision")]
public sealed record DecisionDocument
{
    /// <summary>What is known of the answer.</summary>
    [Id(0)] public required PlacementStatus Status { get; init; }

    /// <summary>The instant at which facts were evaluated.</summary>
    [Id(1)] public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>The plan, when there is one.</summary>
    [Id(2)] public PlanDocument? Plan { get; init; }

    /// <summary>What each rule removed, per item.</summary>
    [Id(3)] public ImmutableArray<ItemFunnelDocument> Funnel { get; init; } = [];

    /// <summary>For an infeasible order: a minimal set of rules that cannot hold together.</summary>
    [Id(4)] public ImmutableArray<string>? ConflictSet { get; init; }

    /// <summary>For an infeasible order: changes that would make it possible.</summary>
    [Id(5)] public ImmutableArray<RelaxationDocument>? Relaxations { get; init; }

    /// <summary>Other plans, where asked for, best first.</summary>
    [Id(6)] public ImmutableArray<PlanDocument>? Alternatives { get; init; }

    /// <summary>Why a provider was not chosen, where asked for.</summary>
    [Id(7)] public WhyNotDocument? WhyNot { get; init; }

    /// <summary>For an infeasible order: the conflict in words, and whether it is proved to be minimal.</summary>
    [Id(8)] public string? ConflictDetail { get; init; }

    /// <summary>The trade-off between the terms, where asked for.</summary>
    [Id(9)] public FrontierDocument? Frontier { get; init; }
}
