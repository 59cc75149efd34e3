using Fulcrum.Contracts.Documents;
using Fulcrum.Solver;
using Fulcrum.Solver.Batches;
using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Planning;

/// <summary>Plans several orders on a snapshot of a market together and has every plan verified before it is handed out. Holds no state.</summary>
/// <param name="time">Clock for limits and stage times.</param>
public sealed class JointPlanner(TimeProvider time)
{
    private readonly BatchSolver _solver = new(new PlacementSolver(time), time);

    /// <summary>The decisions about orders that share the market's capacity.</summary>
    /// <param name="market">What can be sold.</param>
    /// <param name="orders">Valid orders with weighted objectives, in the order in which they came; at most <see cref="BatchSolver.OrdersMax"/>, at least one.</param>
    /// <param name="decidedAt">The instant at which facts are evaluated.</param>
    /// <param name="options">How to solve; the time limit is for all together.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ProblemTooLargeException">Amounts or money exceed what can be computed exactly.</exception>
    public JointPlan Plan(MarketSnapshot market, IReadOnlyList<OrderDocument> orders, DateTimeOffset decidedAt, SolveOptions options, CancellationToken cancellationToken = default)
    {
        PlacementProblem[] problems = [.. orders.Select(order => market.ToProblem(order, decidedAt))];
        BatchResult result = _solver.Solve(problems[0], [.. problems.Select(static problem => problem.Order)], options, cancellationToken);
        decimal? gain = result.Gain is { } saved ? (decimal)saved / ObjectiveUnit.PerEuro(Solver.Model.ObjectiveMode.Weighted) : null;
        return new JointPlan([.. problems.Zip(result.Orders, Decide)], result.MorePlaced, gain);
    }

    private JointDecision Decide(PlacementProblem problem, PlacementResult result)
    {
        DecisionDocument decision = DecisionTranslation.ToDecision(problem, result);
        if (decision.Plan is not { } plan) return new JointDecision(decision, null);
        long startedAt = time.GetTimestamp();
        IReadOnlyList<Violation> violations = PlanVerifier.Check(PlanPools.Of(problem, result.Plan!), decision, plan);
        return violations.Count > 0
            ? new JointDecision(null, new PlanRefusedException(problem.Order.Id, violations))
            : new JointDecision(decision with { Plan = PlanVerifier.Timed(plan, time.GetElapsedTime(startedAt)) }, null);
    }
}
