using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Benchmarks.Comparison;

/// <summary>
/// The first pool in the catalogue's order whose traits are those asked for and that has room, at its cheapest fitting shape; nothing else is looked at.
/// So Fulcrum Core chooses an agent by its tags, room added.
/// </summary>
internal sealed class FirstMatch : IBuyer
{
    public string Name => "first match";

    public Plan? Choose(PlacementProblem problem)
    {
        FreeCapacity free = new(problem);
        PlanLines lines = new();
        for (int item = 0; item < problem.Order.Items.Count; item++)
        {
            OrderItem definition = problem.Order.Items[item];
            for (int replica = 0; replica < definition.Quantity; replica++)
            {
                if (Match(problem, definition, free) is not ({ } pool, { } offer)) return null;
                lines.Add(item, pool, offer);
            }
        }

        return lines.ToPlan();
    }

    private static (int? Pool, int? Offer) Match(PlacementProblem problem, OrderItem item, FreeCapacity free)
    {
        for (int pool = 0; pool < problem.Pools.Count; pool++)
        {
            if (!item.RequiredTraits.All(problem.Pools[pool].Traits.Contains)) continue;
            if (Shape(problem.Pools[pool], pool, item, free) is not { } offer) continue;
            free.Take(pool, offer == PlanLine.FreeForm ? item.Resources : problem.Pools[pool].Offers[offer].Resources);
            return (pool, offer);
        }

        return (null, null);
    }

    private static int? Shape(ResourcePool definition, int pool, OrderItem item, FreeCapacity free)
    {
        int[] offers =
        [
            .. Enumerable.Range(0, definition.Offers.Count)
                .Where(offer => item.Resources.All(demand => definition.Offers[offer].Resources.GetValueOrDefault(demand.Key) >= demand.Value))
                .Where(offer => free.Fits(pool, definition.Offers[offer].Resources)),
        ];
        if (offers.Length > 0) return offers.MinBy(offer => definition.Offers[offer].PricePerHour);
        return definition.PriceBook is { } book && item.Resources.Keys.All(book.ContainsKey) && free.Fits(pool, item.Resources) ? PlanLine.FreeForm : null;
    }
}
