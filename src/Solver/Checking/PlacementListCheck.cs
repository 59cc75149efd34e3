using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Checking;

/// <summary>Pools are on the allow lists of an item, not on its deny lists, and the pinned one where one is pinned.</summary>
internal sealed class PlacementListCheck : IPlanCheck
{
    public IEnumerable<Violation> Check(PlacedPlan plan)
    {
        for (int index = 0; index < plan.Order.Items.Count; index++)
        {
            OrderItem item = plan.Order.Items[index];
            foreach (int pool in plan.PoolsOf(index))
            {
                string id = plan.Problem.Pools[pool].Id;
                foreach (string fault in Faults(plan, item.Placement, pool))
                {
                    yield return new(ViolationRules.EligibilityPlacement, id, $"Pool '{id}' {fault} for item '{item.Id}'.");
                }
            }
        }
    }

    private static IEnumerable<string> Faults(PlacedPlan plan, PlacementRule rule, int pool)
    {
        ResourcePool at = plan.Problem.Pools[pool];
        if (rule.PinnedPoolId is { } pinned && !string.Equals(pinned, at.Id, StringComparison.Ordinal))
        {
            yield return $"is used, but pool '{pinned}' is pinned";
        }

        Location location = plan.LocationOf(pool);
        foreach (string fault in ListFaults("country", location.Country, rule.AllowedCountries, rule.DeniedCountries)
            .Concat(ListFaults("provider", plan.Problem.Providers[at.Provider].Id, rule.AllowedProviders, rule.DeniedProviders))
            .Concat(ListFaults("location", location.Id, rule.AllowedLocations, rule.DeniedLocations)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> ListFaults(string kind, string value, IReadOnlyList<string> allowed, IReadOnlyList<string> denied)
    {
        if (allowed.Count > 0 && !allowed.Contains(value, StringComparer.Ordinal))
        {
            yield return $"is of {kind} '{value}', but only {Wording.List(allowed)} is allowed";
        }

        if (denied.Contains(value, StringComparer.Ordinal)) yield return $"is of {kind} '{value}', which is denied";
    }
}
