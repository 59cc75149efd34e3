namespace Fulcrum.Solver.Checking;

/// <summary>A group of rules that a plan must meet.</summary>
internal interface IPlanCheck
{
    /// <summary>Everything about the plan that these rules forbid.</summary>
    IEnumerable<Violation> Check(PlacedPlan plan);
}
