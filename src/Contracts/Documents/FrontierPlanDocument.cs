using System.Collections.Immutable;

namespace Fulcrum.Contracts.Documents;

/// <summary>A plan of the frontier.</summary>
[GenerateSerializer, Immutable, Alias("doc.frontier-plan")]
public sealed record FrontierPlanDocument
{
    /// <summary>The terms of which no plan of the frontier has less.</summary>
    [Id(0)] public ImmutableArray<ObjectiveTerm> Corners { get; init; } = [];

    /// <summary>The question that found it: the terms in the order in which they were minimised, in place of the order's objective. The certificate is about that.</summary>
    [Id(1)] public ImmutableArray<ObjectiveTerm> Goals { get; init; } = [];

    /// <summary>What one term had to stay within; absent for a corner.</summary>
    [Id(2)] public TermLimitDocument? AtMost { get; init; }

    /// <summary>The plan.</summary>
    [Id(3)] public required PlanDocument Plan { get; init; }
}
