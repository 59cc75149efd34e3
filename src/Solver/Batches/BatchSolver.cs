using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Batches;

/// <summary>Plans several orders on the same capacity together: as many as possible, then at the least sum of their weighted objectives.</summary>
/// <param name="solver">Solves single orders.</param>
/// <param name="time">Clock for the limit.</param>
public sealed class BatchSolver(PlacementSolver solver, TimeProvider time)
{
    /// <summary>Most orders of a batch: which of them to leave out, where not all fit, is tried in every combination.</summary>
    public const int OrdersMax = 8;

    /// <summary>Plans orders together.</summary>
    /// <param name="market">Market, pools and instant; its own order plays no part.</param>
    /// <param name="orders">Orders with weighted objectives, in the order in which they came; at most <see cref="OrdersMax"/>.</param>
    /// <param name="options">How to solve; the time limit is for the whole batch.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">Too many orders, or one with a lexicographic objective.</exception>
    public BatchResult Solve(PlacementProblem market, IReadOnlyList<Order> orders, SolveOptions options, CancellationToken cancellationToken = default)
    {
        if (orders.Count > OrdersMax) throw new ArgumentException($"A batch must have at most {OrdersMax} orders, not {orders.Count}.", nameof(orders));
        if (orders.Any(static order => order.Objective.Mode != ObjectiveMode.Weighted)) throw new ArgumentException("Every order of a batch must have a weighted objective.", nameof(orders));
        return new BatchRun(solver, time, market, orders, options, cancellationToken).Solve();
    }
}
