using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Rules;

/// <summary>One pool on its way through the filters of an item.</summary>
internal sealed class PoolSieve(PlacementProblem problem, ResourceColumns columns)
{
    /// <summary>Index of the pool.</summary>
    public int Pool { get; private set; }

    /// <summary>The pool.</summary>
    public ResourcePool Definition => problem.Pools[Pool];

    /// <summary>Its provider.</summary>
    public Provider Provider => problem.Providers[Definition.Provider];

    /// <summary>Its location.</summary>
    public Location Location => problem.Market.Locations[Definition.Location];

    /// <summary>The resource classes of all pools.</summary>
    public ResourceColumns Columns { get; } = columns;

    /// <summary>Shapes left; the rule <c>candidate</c> finds them.</summary>
    public List<Shape> Shapes { get; } = [];

    /// <summary>Starts over with another pool.</summary>
    public void Take(int pool)
    {
        Pool = pool;
        Shapes.Clear();
    }
}
