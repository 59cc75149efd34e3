using Fulcrum.Solver.Alternatives;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Explanation;

/// <summary>Tells whether changed orders can be planned: by the filters alone where they decide, else by a solve that looks for any plan.</summary>
internal sealed class FeasibilityTest(
    PlacementProblem problem, PoolVerdicts verdicts, PlacementSolver solver, SolveOptions options, Deadline deadline, CancellationToken cancellationToken)
{
    /// <summary>The best plan of a changed order is looked for in this part of the time limit: that it is told soon is worth more than the last cent.</summary>
    public const int BestParts = 12;

    private const int WholeThousandths = 1000;

    private static readonly Objective Anything = new() { PriceWeightThousandths = 0, LocalityWeightThousandths = 0, SovereigntyWeightThousandths = 0 };
    private static readonly Objective Cheapest = new() { LocalityWeightThousandths = 0, SovereigntyWeightThousandths = 0 };

    private readonly PlacementProblem _problem = problem with { Supply = Supply.Of(problem) };

    /// <summary>Whether the filters alone show that an order has no plan.</summary>
    public bool IsRuledOut(Order order, ForcedProvider? forced) => order.Items.Index().Any(entry =>
    {
        PoolSet pools = verdicts.Candidates(entry.Item, order.Policy);
        bool isForcedOut = forced?.Item == entry.Index && pools.And(verdicts.OfProvider(forced.Provider)).IsEmpty;
        return isForcedOut || verdicts.MostReplicas(entry.Item, pools) < entry.Item.Quantity;
    });

    /// <summary>Pools that each item of an order could use by itself.</summary>
    public IReadOnlyList<PoolSet> PoolsOf(Order order) => [.. order.Items.Select(item => verdicts.Candidates(item, order.Policy))];

    /// <summary>Whether an order can be planned.</summary>
    public Feasibility Test(Order order, ForcedProvider? forced = null)
    {
        if (IsRuledOut(order, forced)) return Feasibility.Infeasible;
        return order.Policy.BudgetMicros is { } budget ? TestBudget(order, forced, budget) : TestRules(order, forced);
    }

    /// <summary>The least price of an order, micro-EUR per month, and whether it is proved; null when no plan was found.</summary>
    public (long PriceMicros, bool IsProved)? LeastPrice(Order order)
    {
        if (IsRuledOut(order, null)) return null;
        PlacementResult? result = Solve(order.WithPolicy(static policy => policy with { BudgetMicros = null }), Cheapest, null);
        return result is { Score: { } score } ? (score.PriceMicros, result.Status == PlacementStatus.Optimal) : null;
    }

    /// <summary>The best plan of an order by its own objective that is found in a part of the time, or the first one found later; null when none was found.</summary>
    public PlacementResult? Best(Order order)
    {
        if (IsRuledOut(order, null)) return null;
        PlacementResult? soon = Solve(order, order.Objective, null, options.TimeLimit / BestParts);
        if (soon is { Status: PlacementStatus.Unknown }) soon = Solve(order, Anything, null);
        return soon is { Plan: not null } ? soon : null;
    }

    private Feasibility TestRules(Order order, ForcedProvider? forced) => Solve(order, Anything, forced)?.Status switch
    {
        PlacementStatus.Optimal or PlacementStatus.Feasible => Feasibility.Feasible,
        PlacementStatus.Infeasible => Feasibility.Infeasible,
        _ => Feasibility.Unknown,
    };

    /// <summary>The cheapest plan decides; where its search ended between the budget and its bound, any plan within the budget is looked for.</summary>
    private Feasibility TestBudget(Order order, ForcedProvider? forced, long budget)
    {
        PlacementResult? cheapest = Solve(order.WithPolicy(static policy => policy with { BudgetMicros = null }), Cheapest, forced);
        if (cheapest?.Status == PlacementStatus.Infeasible) return Feasibility.Infeasible;
        if (cheapest?.Score?.PriceMicros <= budget) return Feasibility.Feasible;
        return cheapest?.Certificate?.Bound > (Int128)budget * WholeThousandths ? Feasibility.Infeasible : TestRules(order, forced);
    }

    private PlacementResult? Solve(Order order, Objective objective, ForcedProvider? forced, TimeSpan? limit = null)
    {
        if (deadline.IsOver) return null;
        TimeSpan left = limit is { } shorter && shorter < deadline.Left ? shorter : deadline.Left;
        try
        {
            return solver.Solve(_problem with { Order = order with { Objective = objective } }, options with { TimeLimit = left, Forced = forced, Excluded = [], Ceilings = [] }, cancellationToken);
        }
        catch (ProblemTooLargeException)
        {
            return null;
        }
    }
}
