using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Explanation;

/// <summary>Finds, for a member of a conflict, the smallest change after which there is a plan, and what the best plan then costs.</summary>
internal sealed class RelaxationSearch(Order order, IReadOnlyList<Demand> demands, FeasibilityTest test, ConflictSearch conflict, ConflictState state)
{
    private const string LeaveOut = "leave it out";

    /// <summary>The smallest change of a demand; null when none is known to help.</summary>
    public DemandRelaxation? Find(int position)
    {
        Demand demand = demands[position];
        if (demand.Kind == DemandKind.Budget) return FindBudget(demand);
        return demand.Kind == DemandKind.Amount
            ? Find(position, isSufficient: true, canDrop: false) ?? Find(position, isSufficient: false, canDrop: false)
            : Find(position, test.Test(demand.Without(order)) == Feasibility.Feasible, canDrop: true);
    }

    /// <summary>The smallest change that suffices for the whole order, or for the conflict alone.</summary>
    private DemandRelaxation? Find(int position, bool isSufficient, bool canDrop)
    {
        Demand demand = demands[position];
        IReadOnlyList<PoolSet> pools = conflict.PoolsWithout(isSufficient ? new ConflictState(AllRules(), state.Items) : state, position);
        (Change? change, bool isSmallest) = demand.Changes(pools).Smallest(isSufficient ? Suffices : change => conflict.Test(state, change.Apply));
        if (change is null && canDrop && (isSufficient || conflict.Test(state, demand.Without) == Feasibility.Feasible)) change = new Change(LeaveOut, demand.Without);
        return change is null ? null : Priced(demand, change, isSmallest, isSufficient);
    }

    /// <summary>What does not even resolve the conflict need not be tried on the whole order.</summary>
    private Feasibility Suffices(Change change)
    {
        Feasibility part = conflict.Test(state, change.Apply);
        return part == Feasibility.Feasible ? test.Test(change.Apply(order)) : part;
    }

    private int[] AllRules() => [.. demands.Index().Where(static entry => entry.Item.Kind != DemandKind.Amount).Select(static entry => entry.Index)];

    private DemandRelaxation? FindBudget(Demand demand)
    {
        Order free = demand.Without(order);
        (Order whole, bool isSufficient) = test.Test(free) == Feasibility.Infeasible ? (demand.Without(conflict.Build(state)).Only(state.Items), false) : (free, true);
        if (test.LeastPrice(whole) is not { } least) return null;
        return new DemandRelaxation
        {
            Rule = demand.Name,
            Change = $"{Wording.Euros(least.PriceMicros)} EUR per month instead of {Wording.Euros(order.Policy.BudgetMicros!.Value)}",
            Order = order.WithPolicy(policy => policy with { BudgetMicros = least.PriceMicros }),
            PriceMicros = isSufficient ? least.PriceMicros : null,
            IsSmallest = least.IsProved,
            IsSufficient = isSufficient,
        };
    }

    private DemandRelaxation Priced(Demand demand, Change change, bool isSmallest, bool isSufficient)
    {
        Order relaxed = change.Apply(order);
        PlacementResult? best = isSufficient ? test.Best(relaxed) : null;
        return new DemandRelaxation
        {
            Rule = demand.Name,
            Change = change.Text,
            Order = relaxed,
            PriceMicros = best?.Score?.PriceMicros,
            IsSmallest = isSmallest,
            IsSufficient = isSufficient,
        };
    }
}
