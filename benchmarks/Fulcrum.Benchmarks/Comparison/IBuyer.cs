using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Benchmarks.Comparison;

/// <summary>A simple way to choose pools for an order.</summary>
internal interface IBuyer
{
    /// <summary>Name in tables.</summary>
    string Name { get; }

    /// <summary>The plan, which may break rules that this way does not know; null when it finds no pool for some replica.</summary>
    Plan? Choose(PlacementProblem problem);
}
