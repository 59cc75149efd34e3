namespace Fulcrum.Grains.Orders;

/// <summary>What a planner found.</summary>
public enum PlanKind
{
    /// <summary>A plan.</summary>
    Plan,

    /// <summary>Proof that no plan exists.</summary>
    Infeasible,

    /// <summary>Time ran out with neither.</summary>
    TimeLimit,

    /// <summary>More is being planned than the silo accepts.</summary>
    Overloaded,

    /// <summary>A fault of ours: for example, a plan that the checker refused.</summary>
    Fault,
}
