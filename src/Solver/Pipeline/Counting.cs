using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Tells by counting that an order has no plan: each test holds one thing that every plan has to do against what the ways allow.</summary>
internal static class Counting
{
    /// <summary>Whether no plan exists; false when counting cannot tell, or the stage is off.</summary>
    public static bool IsInfeasible(ScreenedProblem problem, StageLog log)
    {
        if (!log.IsOn(PipelineStages.Counting)) return false;
        bool isInfeasible = problem.Items.Any(item => IsOverspread(problem.Source.Order.Policy, item.Definition) || RoomCount.IsTooSmall(problem, item))
            || IsBeyondBudget(problem) || problem.Relations.Any(relation => IsTooFar(problem, relation));
        if (isInfeasible) log.Applied(PipelineStages.Counting);
        return isInfeasible;
    }

    /// <summary>Whether an item has to use more domains than it has replicas, or more providers than the order may.</summary>
    private static bool IsOverspread(OrderPolicy policy, OrderItem item)
    {
        ItemCaps caps = new(item);
        if (Enum.GetValues<Domain>().Any(kind => caps[kind] <= 0)) return true;
        if (policy.MaxProviders is not { } most) return false;
        int cap = caps[Domain.Provider];
        return (item.Quantity + cap - 1) / cap > most || item.Spread.Any(rule => rule.By == Domain.Provider && rule.MinDomains > most);
    }

    /// <summary>Whether the cheapest replicas alone cost more than the budget.</summary>
    private static bool IsBeyondBudget(ScreenedProblem problem)
    {
        if (problem.Source.Order.Policy.BudgetMicros is not { } budget) return false;
        Int128 sum = 0;
        foreach (ScreenedItem item in problem.Items)
        {
            long least = long.MaxValue;
            foreach (long price in item.Ways.PricesMicros) least = Math.Min(least, price);
            sum += (Int128)least * item.Definition.Quantity;
        }

        return sum > budget;
    }

    /// <summary>Whether no place of the one item is near enough to any place of the other.</summary>
    private static bool IsTooFar(ScreenedProblem problem, CompiledRelation relation)
    {
        if (relation.Definition.MaxLatencyMs is null) return false;
        HashSet<int> targets = LocationsOf(problem, relation.Definition.To);
        return !LocationsOf(problem, relation.Definition.From).Any(source => targets.Any(target => relation.IsWithin(source, target)));
    }

    private static HashSet<int> LocationsOf(ScreenedProblem problem, int item)
    {
        int[] locations = problem.Supply.Domains.LocationOf;
        HashSet<int> found = [];
        foreach (int pool in problem.Items[item].Ways.Pools) found.Add(locations[pool]);
        return found;
    }
}
