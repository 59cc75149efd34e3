using Fulcrum.Solver.Model;

namespace Fulcrum.Benchmarks.Reference;

/// <summary>Kinds of domains, and those at which traffic does not leave.</summary>
internal static class Grouping
{
    /// <summary>The domain of a pool.</summary>
    public static object Of(PlacementProblem problem, int pool, Domain kind)
    {
        ResourcePool definition = problem.Pools[pool];
        return kind switch
        {
            Domain.Pool => pool,
            Domain.Zone => (definition.Provider, definition.Location, definition.Zone ?? $"pool {pool}"),
            Domain.Location => definition.Location,
            Domain.Country => problem.Market.Locations[definition.Location].Country,
            Domain.Provider => definition.Provider,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of domain."),
        };
    }

    /// <summary>The provider at its location.</summary>
    public static object Site(PlacementProblem problem, int pool) => (problem.Pools[pool].Provider, problem.Pools[pool].Location);
}
