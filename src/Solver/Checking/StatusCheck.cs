using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Checking;

/// <summary>Pools and providers used take new orders.</summary>
internal sealed class StatusCheck : IPlanCheck
{
    public IEnumerable<Violation> Check(PlacedPlan plan)
    {
        foreach (int index in plan.Lines.Select(line => line.Pool).Distinct())
        {
            ResourcePool pool = plan.Problem.Pools[index];
            Provider provider = plan.Problem.Providers[pool.Provider];
            if (pool.Status != LifecycleStatus.Active)
            {
                yield return new(ViolationRules.EligibilityStatus, pool.Id, $"Pool '{pool.Id}' is {Name(pool.Status)}; it must be active.");
            }

            if (provider.Status != LifecycleStatus.Active)
            {
                yield return new(
                    ViolationRules.EligibilityStatus,
                    provider.Id,
                    $"Provider '{provider.Id}' of pool '{pool.Id}' is {Name(provider.Status)}; it must be active.");
            }
        }
    }

    private static string Name(LifecycleStatus status) => status == LifecycleStatus.Draining ? "draining" : "suspended";
}
