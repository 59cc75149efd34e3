using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>What proposals of rules share: the random source, the problem so far, the plan that every rule fits, and whether to miss it by one.</summary>
/// <param name="Random">Source of all choices.</param>
/// <param name="Problem">The problem so far.</param>
/// <param name="Planted">The plan to fit.</param>
/// <param name="Price">Price term of that plan.</param>
/// <param name="Slip">0 meets the plan exactly, 1 misses it by the least possible.</param>
internal sealed record Edge(Prng Random, PlacementProblem Problem, PlantedPlan Planted, long Price, int Slip)
{
    public int AnyItem() => Random.Between(0, Problem.Order.Items.Count - 1);

    public PlacementProblem WithItem(int index, Func<OrderItem, OrderItem> change) => Problem with
    {
        Order = Problem.Order with { Items = [.. Problem.Order.Items.Select((item, at) => at == index ? change(item) : item)] },
    };

    public PlacementProblem WithPolicy(Func<OrderPolicy, OrderPolicy> change) => Problem with { Order = Problem.Order with { Policy = change(Problem.Order.Policy) } };

    public PlacementProblem WithPool(int index, Func<ResourcePool, ResourcePool> change) =>
        Problem with { Pools = [.. Problem.Pools.Select((pool, at) => at == index ? change(pool) : pool)] };

    public PlacementProblem WithProviders(Func<int, Provider, Provider> change) =>
        Problem with { Providers = [.. Problem.Providers.Select((provider, at) => change(at, provider))] };

    /// <summary>A bound in milliseconds that a latency meets exactly, or misses by less than a microsecond.</summary>
    public decimal Milliseconds(long micros) => (micros / 1000m) - (Slip == 0 || micros == 0 ? 0 : Random.Pick(0.001m, 0.0000001m));
}
