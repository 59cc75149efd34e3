using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Batches;

/// <summary>The answer to several orders together.</summary>
public sealed record BatchResult
{
    /// <summary>Optimal: no other plans place more orders, or as many at a lower sum; feasible: not proved.</summary>
    public required PlacementStatus Status { get; init; }

    /// <summary>The answer to each order. The bound of its certificate is what the order could have had alone.</summary>
    public required IReadOnlyList<PlacementResult> Orders { get; init; }

    /// <summary>Orders placed.</summary>
    public required int Placed { get; init; }

    /// <summary>Sum of the weighted objectives of the orders placed, in thousandths of a micro-EUR.</summary>
    public required Int128 Objective { get; init; }

    /// <summary>No plans of as many orders have a sum below this.</summary>
    public required Int128 Bound { get; init; }

    /// <summary>Orders placed if each is planned after the other on what is left.</summary>
    public required int FirstComePlaced { get; init; }

    /// <summary>Sum of the objectives then.</summary>
    public required Int128 FirstComeObjective { get; init; }

    /// <summary>Orders placed beyond those.</summary>
    public int MorePlaced => Placed - FirstComePlaced;

    /// <summary>What planning together saves, in thousandths of a micro-EUR; null when it places more orders, so that the sums say nothing.</summary>
    public Int128? Gain => MorePlaced == 0 ? FirstComeObjective - Objective : null;
}
