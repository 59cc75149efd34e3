using System.Collections.Immutable;

namespace Fulcrum.Contracts.Documents;

/// <summary>One assignment of all items.</summary>
[GenerateSerializer, Immutable, Alias("doc.plan")]
public sealed record PlanDocument
{
    /// <summary>Replicas on candidates.</summary>
    [Id(0)] public ImmutableArray<AssignmentDocument> Assignments { get; init; } = [];

    /// <summary>The price term, EUR per month.</summary>
    [Id(1)] public required decimal PriceMonthly { get; init; }

    /// <summary>Value per term.</summary>
    [Id(2)] public required ScoreDocument Score { get; init; }

    /// <summary>How good the plan provably is.</summary>
    [Id(3)] public required OptimalityCertificateDocument Certificate { get; init; }
}
