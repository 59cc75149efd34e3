using Fulcrum.Contracts.Documents;

namespace Fulcrum.Workloads;

/// <summary>Makes orders of any family.</summary>
public static class Orders
{
    /// <summary>The order of a seed.</summary>
    /// <param name="federation">Where it is to be placed.</param>
    /// <param name="shape">What it looks like.</param>
    /// <param name="seed">Same federation, shape and seed, same order.</param>
    public static OrderDocument Generate(FederationDocument federation, OrderShape shape, long seed) => shape.Family switch
    {
        OrderFamily.Composite => new CompositeOrderGenerator(federation.Locations, shape).Generate(seed),
        OrderFamily.Infeasible => InfeasibleOrders.Break(new CompositeOrderGenerator(federation.Locations, shape).Generate(seed), federation, seed),
        _ => new OrderGenerator(federation.Locations, shape).Generate(seed),
    };
}
