using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Explanation;

/// <summary>A change of one demand that lets the demands of a conflict hold together.</summary>
public sealed record DemandRelaxation
{
    /// <summary>The demand, named as in the conflict set.</summary>
    public required string Rule { get; init; }

    /// <summary>What to change, in words.</summary>
    public required string Change { get; init; }

    /// <summary>The order with the change.</summary>
    public required Order Order { get; init; }

    /// <summary>Price of the best plan then, micro-EUR per month; null when it was not found, or other demands are in conflict too.</summary>
    public long? PriceMicros { get; init; }

    /// <summary>Whether it is proved that no smaller change of this demand does.</summary>
    public required bool IsSmallest { get; init; }

    /// <summary>Whether the whole order has a plan then; false when only this conflict is resolved.</summary>
    public required bool IsSufficient { get; init; }
}
