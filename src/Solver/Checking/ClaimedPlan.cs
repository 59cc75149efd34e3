namespace Fulcrum.Solver.Checking;

/// <summary>A plan as somebody states it, with everything that can be wrong about it.</summary>
public sealed record ClaimedPlan
{
    /// <summary>Assignments as stated: ids that may not exist, quantities that may not fit.</summary>
    public required IReadOnlyList<ClaimedAssignment> Assignments { get; init; }

    /// <summary>Price term as stated, micro-EUR per month; null is not checked.</summary>
    public long? PriceMicros { get; init; }

    /// <summary>Parts of the score as stated; null is not checked.</summary>
    public Results.ScoreBreakdown? Score { get; init; }

    /// <summary>Certificate as stated; null is not checked.</summary>
    public Results.OptimalityCertificate? Certificate { get; init; }
}
