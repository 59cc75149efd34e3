using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Pools;

namespace Fulcrum.Grains.Orders;

/// <summary>Turns an order and what is known of all pools into a checked plan, or into the reasons why there is none.</summary>
public interface IPlanner
{
    /// <summary>Plans. A plan returned has passed the independent checker.</summary>
    Task<PlanOutcome> PlanAsync(PlanRequest request, CancellationToken cancellationToken);

    /// <summary>Whether the part of a plan that lies in a pool still meets the order's gate, traits and placement rules, now that the pool has changed; a suspended one never does.</summary>
    bool StillComplies(OrderDocument order, DecisionDocument decision, PoolSummary changed, DateTimeOffset at);
}
