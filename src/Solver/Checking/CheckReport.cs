namespace Fulcrum.Solver.Checking;

/// <summary>The checker's verdict.</summary>
/// <param name="Violations">Everything found wrong; empty for a valid plan.</param>
/// <param name="Score">The value of the plan as the checker computes it, when the assignments could be read.</param>
public sealed record CheckReport(IReadOnlyList<Violation> Violations, Results.ScoreBreakdown? Score)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsValid => Violations.Count == 0;
}
