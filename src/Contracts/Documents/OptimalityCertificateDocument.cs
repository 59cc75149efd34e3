using System.Collections.Immutable;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Documents;

/// <summary>How good a plan provably is. Objective and bound in EUR per month.</summary>
[GenerateSerializer, Immutable, Alias("doc.optimality")]
public sealed record OptimalityCertificateDocument
{
    /// <summary>What is known.</summary>
    [Id(0)] public required PlacementStatus Status { get; init; }

    /// <summary>Value of the plan.</summary>
    [Id(1)] public required decimal Objective { get; init; }

    /// <summary>No plan is below this.</summary>
    [Id(2)] public required decimal Bound { get; init; }

    /// <summary>(objective − bound) / objective.</summary>
    [Id(3)] public required double Gap { get; init; }

    /// <summary>How the bound was obtained.</summary>
    [Id(4)] public required ProofKind Proof { get; init; }

    /// <summary>Broke ties.</summary>
    [Id(5)] public required long Seed { get; init; }

    /// <summary>SHA-256 of the problem.</summary>
    [Id(6)] public required string ProblemHash { get; init; }

    /// <summary>Generation of each pool used.</summary>
    [Id(7)] public SortedMap<long> Generations { get; init; } = [];

    /// <summary>Stages of a lexicographic objective.</summary>
    [Id(8)] public ImmutableArray<StageDocument> Stages { get; init; } = [];

    /// <summary>Wall time per part.</summary>
    [Id(9)] public StagesMsDocument StagesMs { get; init; } = new();
}
