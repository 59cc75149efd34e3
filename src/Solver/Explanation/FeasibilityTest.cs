using Fulcrum.Solver.Alternatives;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Explanation;

/// <summary>Tells whether changed orders can be planned: by the filters alone where they decide, else by a solve that looks for any plan.</summary>
internal sealed class FeasibilityTest(
    PlacementProblem problem, PoolVerdicts verdicts, PlacementSolver solver, SolveOptions options, Deadline deadline, CancellationToken cancellationToken)
{
    private const int WholeThousandths = 1000;

    private static readonly Objective Anything = new() { PriceWeightThousandths = 0, LocalityWeightThousandths = 0, SovereigntyWeightThousandths = 0 };
    private static readonly Objective Cheapest = new() { LocalityWeightThousandths = 0, SovereigntyWeightThousandths = 0 };

    /// <summary>Whether the filters alone show that an order has no plan.</summary>
    public bool IsRuledOut(Order order, ForcedProvider? forced) => Candidates(order, forced) is null;

    /// <summary>Pools that each item of an order could use by itself.</summary>
    public IReadOnlyList<PoolSet> PoolsOf(Order order) => [.. order.Items.Select(item => verdicts.Candidates(item, order.Policy))];

    /// <summary>Whether an order can be planned.</summary>
    public Feasibility Test(Order order, ForcedProvider? forced = null)
    {
        if (Candidates(order, forced) is not { } candidates) return Feasibility.Infeasible;
        return order.Policy.BudgetMicros is { } budget ? TestBudget(order, candidates, forced, budget) : TestRules(order, candidates, forced);
    }

    /// <summary>The least price of an order, micro-EUR per month, and whether it is proved; null when no plan was found.</summary>
    public (long PriceMicros, bool IsProved)? LeastPrice(Order order)
    {
        if (Candidates(order, null) is not { } candidates) return null;
        PlacementResult? result = Solve(order.WithPolicy(static policy => policy with { BudgetMicros = null }), Cheapest, candidates, null);
        return result is { Score: { } score } ? (score.PriceMicros, result.Status == PlacementStatus.Optimal) : null;
    }

    /// <summary>The best plan of an order by its own objective, in the time left; null when none was found.</summary>
    public PlacementResult? Best(Order order) =>
        Candidates(order, null) is { } candidates && Solve(order, order.Objective, candidates, null) is { Plan: not null } result ? result : null;

    /// <summary>The pools that some item can use; null when the filters alone rule the order out.</summary>
    private PoolSet? Candidates(Order order, ForcedProvider? forced)
    {
        PoolSet? union = null;
        for (int index = 0; index < order.Items.Count; index++)
        {
            PoolSet pools = verdicts.Candidates(order.Items[index], order.Policy);
            bool isForcedOut = forced?.Item == index && pools.And(verdicts.OfProvider(forced.Provider)).IsEmpty;
            if (isForcedOut || verdicts.MostReplicas(order.Items[index], pools) < order.Items[index].Quantity) return null;
            union = union?.Or(pools) ?? pools;
        }

        return union;
    }

    private Feasibility TestRules(Order order, PoolSet candidates, ForcedProvider? forced) => Solve(order, Anything, candidates, forced)?.Status switch
    {
        PlacementStatus.Optimal or PlacementStatus.Feasible => Feasibility.Feasible,
        PlacementStatus.Infeasible => Feasibility.Infeasible,
        _ => Feasibility.Unknown,
    };

    /// <summary>The cheapest plan decides; where its search ended between the budget and its bound, any plan within the budget is looked for.</summary>
    private Feasibility TestBudget(Order order, PoolSet candidates, ForcedProvider? forced, long budget)
    {
        PlacementResult? cheapest = Solve(order.WithPolicy(static policy => policy with { BudgetMicros = null }), Cheapest, candidates, forced);
        if (cheapest?.Status == PlacementStatus.Infeasible) return Feasibility.Infeasible;
        if (cheapest?.Score?.PriceMicros <= budget) return Feasibility.Feasible;
        return cheapest?.Certificate?.Bound > (Int128)budget * WholeThousandths ? Feasibility.Infeasible : TestRules(order, candidates, forced);
    }

    private PlacementResult? Solve(Order order, Objective objective, PoolSet candidates, ForcedProvider? forced)
    {
        if (deadline.IsOver) return null;
        PlacementProblem reduced = problem with { Order = order with { Objective = objective }, Pools = [.. candidates.Members.Select(pool => problem.Pools[pool])] };
        try
        {
            return solver.Solve(reduced, options with { TimeLimit = deadline.Left, Forced = forced, Excluded = [], Ceilings = [] }, cancellationToken);
        }
        catch (ProblemTooLargeException)
        {
            return null;
        }
    }
}
