using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Checking;

/// <summary>Pools of related items are near enough: the nearest one, or all.</summary>
internal sealed class RelationLatencyCheck : IPlanCheck
{
    public IEnumerable<Violation> Check(PlacedPlan plan)
    {
        foreach (Relation relation in plan.Order.Relations)
        {
            if (relation.MaxLatencyMs is not { } bound) continue;
            foreach (int from in plan.PoolsOf(relation.From))
            {
                if (Decisive(plan, from, relation) is not { } latency || !LatencyBound.IsExceeded(latency, bound)) continue;
                string id = plan.Problem.Pools[from].Id;
                string which = relation.Scope == LatencyScope.All ? "the farthest" : "the nearest";
                yield return new(
                    ViolationRules.LatencyRelation,
                    id,
                    $"Pool '{id}' of item '{plan.Order.Items[relation.From].Id}' is {Wording.Milliseconds(latency)} from {which} pool of " +
                    $"item '{plan.Order.Items[relation.To].Id}'; at most {bound} ms is allowed.");
            }
        }
    }

    /// <summary>The latency that decides whether the bound holds from a pool; null when the other item runs nowhere.</summary>
    private static long? Decisive(PlacedPlan plan, int from, Relation relation)
    {
        long[] latencies = [.. plan.PoolsOf(relation.To).Select(to => plan.LatencyMicros(from, plan.Problem.Pools[to].Location))];
        if (latencies.Length == 0) return null;
        return relation.Scope == LatencyScope.All ? latencies.Max() : latencies.Min();
    }
}
