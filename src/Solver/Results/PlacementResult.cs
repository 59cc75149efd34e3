namespace Fulcrum.Solver.Results;

/// <summary>The answer to a placement problem.</summary>
public sealed record PlacementResult
{
    /// <summary>What is known of the answer.</summary>
    public required PlacementStatus Status { get; init; }

    /// <summary>The plan, when there is one.</summary>
    public Plan? Plan { get; init; }

    /// <summary>Value of the plan, when there is one.</summary>
    public ScoreBreakdown? Score { get; init; }

    /// <summary>How good the plan provably is, when there is one.</summary>
    public OptimalityCertificate? Certificate { get; init; }

    /// <summary>How many pools each rule removed, per item.</summary>
    public required IReadOnlyList<ItemFunnel> Funnel { get; init; }

    /// <summary>Wall time per part.</summary>
    public required StageTimes Times { get; init; }

    /// <summary>What each stage did.</summary>
    public StageEffects Effects { get; init; } = StageEffects.None;
}
