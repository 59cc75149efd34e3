using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Checking;

/// <summary>Every pool that an item uses is near enough to each group of its users.</summary>
internal sealed class UserLatencyCheck : IPlanCheck
{
    public IEnumerable<Violation> Check(PlacedPlan plan)
    {
        for (int index = 0; index < plan.Order.Items.Count; index++)
        {
            OrderItem item = plan.Order.Items[index];
            foreach (UserGroup users in item.Users)
            {
                if (users.MaxLatencyMs is not { } bound) continue;
                foreach (int pool in plan.PoolsOf(index))
                {
                    long latency = plan.LatencyMicros(pool, users.Location);
                    if (!LatencyBound.IsExceeded(latency, bound)) continue;
                    string id = plan.Problem.Pools[pool].Id;
                    yield return new(
                        ViolationRules.LatencyUser,
                        id,
                        $"Pool '{id}' of item '{item.Id}' is {Wording.Milliseconds(latency)} from its users at " +
                        $"'{plan.Problem.Market.Locations[users.Location].Id}'; at most {bound} ms is allowed.");
                }
            }
        }
    }
}
