namespace Fulcrum.Solver.Explanation;

/// <summary>Whether an order can be planned.</summary>
internal enum Feasibility
{
    /// <summary>Time ran out before it was known.</summary>
    Unknown,

    /// <summary>There is a plan.</summary>
    Feasible,

    /// <summary>There is none; proved.</summary>
    Infeasible,
}
