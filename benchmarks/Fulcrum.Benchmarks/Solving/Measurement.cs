using Fulcrum.Solver;
using Fulcrum.Solver.Results;

namespace Fulcrum.Benchmarks.Solving;

/// <summary>One solve of one problem.</summary>
/// <param name="Strategy">How it was solved.</param>
/// <param name="Seed">Seed of the problem.</param>
/// <param name="Milliseconds">Wall time.</param>
/// <param name="Status">What was found out.</param>
/// <param name="Certificate">How good the plan is; null without a plan.</param>
public sealed record Measurement(SolveStrategy Strategy, long Seed, double Milliseconds, PlacementStatus Status, OptimalityCertificate? Certificate)
{
    private const double GapWithoutPlan = 1;

    /// <summary>Whether nothing is left to find out.</summary>
    public bool IsProved => Status is PlacementStatus.Optimal or PlacementStatus.Infeasible;

    /// <summary>(objective − bound) ÷ objective; 0 when proved, 1 when time ran out without a plan.</summary>
    public double Gap => Certificate?.Gap ?? (IsProved ? 0 : GapWithoutPlan);
}
