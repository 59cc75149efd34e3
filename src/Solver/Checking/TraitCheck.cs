using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Checking;

/// <summary>Pools have all traits required, none forbidden, and one of each list of alternatives.</summary>
internal sealed class TraitCheck : IPlanCheck
{
    public IEnumerable<Violation> Check(PlacedPlan plan)
    {
        for (int index = 0; index < plan.Order.Items.Count; index++)
        {
            OrderItem item = plan.Order.Items[index];
            foreach (ResourcePool pool in plan.PoolsOf(index).Select(pool => plan.Problem.Pools[pool]))
            {
                foreach (string fault in Faults(item, pool.Traits))
                {
                    yield return new(ViolationRules.EligibilityTraits, pool.Id, $"Pool '{pool.Id}' {fault} by item '{item.Id}'.");
                }
            }
        }
    }

    private static IEnumerable<string> Faults(OrderItem item, IReadOnlySet<string> traits)
    {
        foreach (string trait in item.RequiredTraits.Where(trait => !traits.Contains(trait))) yield return $"lacks '{trait}', which is required";
        foreach (string trait in item.ForbiddenTraits.Where(traits.Contains)) yield return $"has '{trait}', which is forbidden";
        foreach (IReadOnlyList<string> anyOf in item.AnyOfTraits.Where(anyOf => anyOf.Count > 0 && !anyOf.Any(traits.Contains)))
        {
            yield return $"has none of {Wording.List(anyOf)}, one of which is required";
        }
    }
}
