using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Checking;

/// <summary>Every pool used passes the order's gate, for each item that uses it.</summary>
internal sealed class SovereigntyCheck : IPlanCheck
{
    public IEnumerable<Violation> Check(PlacedPlan plan)
    {
        if (plan.Order.Policy.Sovereignty is not { } gate) yield break;
        for (int item = 0; item < plan.Order.Items.Count; item++)
        {
            foreach (int pool in plan.PoolsOf(item))
            {
                ResourcePool at = plan.Problem.Pools[pool];
                foreach ((string rule, string message) in SovereigntyGate.Faults(plan, item, pool, gate))
                {
                    string provider = plan.Problem.Providers[at.Provider].Id;
                    yield return new(rule, at.Id, $"For item '{plan.Order.Items[item].Id}', pool '{at.Id}' of provider '{provider}' {message}.");
                }
            }
        }
    }
}
