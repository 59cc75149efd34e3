namespace Fulcrum.Solver.Results;

/// <summary>How good a plan provably is.</summary>
/// <remarks>
/// Weighted objectives are in thousandths of a micro-EUR (weight‰ × term); lexicographic ones are the value of the last term in micro-EUR.
/// </remarks>
public sealed record OptimalityCertificate
{
    /// <summary>What is known.</summary>
    public required PlacementStatus Status { get; init; }

    /// <summary>Value of the plan.</summary>
    public required Int128 Objective { get; init; }

    /// <summary>No plan has a value below this.</summary>
    public required Int128 Bound { get; init; }

    /// <summary>(objective − bound) / max(1, |objective|), in 0 … 1.</summary>
    public required double Gap { get; init; }

    /// <summary>How the bound was obtained.</summary>
    public required ProofKind Proof { get; init; }

    /// <summary>Seed that broke ties.</summary>
    public required long Seed { get; init; }

    /// <summary>SHA-256 of the problem in canonical form, hexadecimal.</summary>
    public required string ProblemHash { get; init; }

    /// <summary>Per stage of a lexicographic objective: the best value found and what was proved.</summary>
    public IReadOnlyList<StageResult> Stages { get; init; } = [];
}
