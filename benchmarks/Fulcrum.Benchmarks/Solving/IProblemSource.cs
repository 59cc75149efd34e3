using Fulcrum.Solver.Model;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Solving;

/// <summary>Where problems come from.</summary>
public interface IProblemSource
{
    /// <summary>The source in words.</summary>
    string Description { get; }

    /// <summary>The problem of a seed: the same seed gives the same problem. Ten orders in a row share a market, whose columns are built with it.</summary>
    /// <param name="pools">Pools of its federation.</param>
    /// <param name="items">Items of its order.</param>
    /// <param name="family">Kind of order.</param>
    /// <param name="seed">Makes the order, and without its last digit the federation.</param>
    PlacementProblem Create(int pools, int items, OrderFamily family, long seed);
}
