using Fulcrum.Contracts.Documents;
using Fulcrum.Solver;
using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;

namespace Fulcrum.Planning;

/// <summary>Plans an order on a snapshot of a market and has every plan verified before it is handed out. Holds no state.</summary>
/// <param name="time">Clock for limits and stage times.</param>
public sealed class Planner(TimeProvider time)
{
    private readonly PlacementSolver _solver = new(time);

    /// <summary>The decision about an order.</summary>
    /// <param name="market">What can be sold.</param>
    /// <param name="order">A valid order; its limits are not applied, see <see cref="OrderTranslation.ToOptions"/>.</param>
    /// <param name="decidedAt">The instant at which facts are evaluated.</param>
    /// <param name="options">How to solve.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ProblemTooLargeException">Amounts or money exceed what can be computed exactly.</exception>
    /// <exception cref="PlanRefusedException">The checker found the plan wrong: a fault of ours.</exception>
    public DecisionDocument Plan(
        MarketSnapshot market, OrderDocument order, DateTimeOffset decidedAt, SolveOptions options, CancellationToken cancellationToken = default)
    {
        PlacementProblem problem = market.ToProblem(order, decidedAt);
        DecisionDocument decision = DecisionTranslation.ToDecision(problem, _solver.Solve(problem, options, cancellationToken));
        return decision.Plan is { } plan ? Verified(problem, decision, plan) : decision;
    }

    private DecisionDocument Verified(PlacementProblem problem, DecisionDocument decision, PlanDocument plan)
    {
        long startedAt = time.GetTimestamp();
        IReadOnlyList<Violation> violations = PlanVerifier.Check(problem, decision, plan);
        if (violations.Count > 0) throw new PlanRefusedException(problem.Order.Id, violations);
        StagesMsDocument stages = plan.Certificate.StagesMs with { Check = time.GetElapsedTime(startedAt).TotalMilliseconds };
        return decision with { Plan = plan with { Certificate = plan.Certificate with { StagesMs = stages } } };
    }
}
