using Fulcrum.Solver.Model;

namespace Fulcrum.Benchmarks.Solving;

/// <summary>Where problems come from.</summary>
public interface IProblemSource
{
    /// <summary>The source in words.</summary>
    string Description { get; }

    /// <summary>The problem of a seed: the same seed gives the same problem.</summary>
    /// <param name="pools">Pools of its federation.</param>
    /// <param name="items">Items of its order.</param>
    /// <param name="seed">Makes both federation and order.</param>
    PlacementProblem Create(int pools, int items, long seed);
}
