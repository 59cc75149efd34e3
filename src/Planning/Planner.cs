using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Solver;
using Fulcrum.Solver.Alternatives;
using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Explanation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

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
        MarketSnapshot market, OrderDocument order, DateTimeOffset decidedAt, SolveOptions options, CancellationToken cancellationToken = default) =>
        Plan(market, order, decidedAt, options, PlanQuestions.None, cancellationToken);

    /// <summary>The decision about an order, with answers to further questions; those have as much time together as the solve may take.</summary>
    /// <param name="market">What can be sold.</param>
    /// <param name="order">A valid order; its limits are not applied, see <see cref="OrderTranslation.ToOptions"/>.</param>
    /// <param name="decidedAt">The instant at which facts are evaluated.</param>
    /// <param name="options">How to solve.</param>
    /// <param name="questions">What else to tell.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ProblemTooLargeException">Amounts or money exceed what can be computed exactly.</exception>
    /// <exception cref="PlanRefusedException">The checker found a plan wrong: a fault of ours.</exception>
    public DecisionDocument Plan(
        MarketSnapshot market, OrderDocument order, DateTimeOffset decidedAt, SolveOptions options, PlanQuestions questions, CancellationToken cancellationToken = default)
    {
        PlacementProblem problem = market.ToProblem(order, decidedAt);
        PlacementResult result = _solver.Solve(problem, options, cancellationToken);
        DecisionDocument decision = DecisionTranslation.ToDecision(problem, result);
        if (decision.Plan is { } plan) decision = decision with { Plan = Verified(problem, result.Plan!, decision, plan) };
        QuestionTime left = new(time, options.TimeLimit, questions.Until);
        if (questions.Explain) decision = Explained(problem, decision, options with { TimeLimit = left.Left }, cancellationToken);
        if (questions.WhyNot is { } whyNot) decision = decision with { WhyNot = WhyNot(problem, decision, whyNot, options with { TimeLimit = left.Left }, cancellationToken) };
        if (result.Plan is not { } best) return decision;
        if (questions.Alternatives > 0) decision = decision with { Alternatives = Alternatives(problem, decision, best, questions.Alternatives, options with { TimeLimit = left.Left }, cancellationToken) };
        return questions.Frontier ? decision with { Frontier = Frontier(problem, decision, options with { TimeLimit = left.Left }, cancellationToken) } : decision;
    }

    private DecisionDocument Explained(PlacementProblem problem, DecisionDocument decision, SolveOptions options, CancellationToken cancellationToken)
    {
        DecisionDocument explained = decision with { Funnel = ExplanationTranslation.With(decision.Funnel, Explainer.Effects(problem)) };
        return decision.Status == Contracts.Documents.PlacementStatus.Infeasible
            ? ExplanationTranslation.With(explained, new Explainer(_solver, time).Explain(problem, options, cancellationToken))
            : explained;
    }

    private ImmutableArray<PlanDocument> Alternatives(
        PlacementProblem problem, DecisionDocument decision, Plan best, int count, SolveOptions options, CancellationToken cancellationToken) =>
    [
        .. new AlternativeSearch(_solver, time).Find(problem, best, count, options, cancellationToken).Plans
            .Select(alternative => Verified(problem, alternative.Plan!, decision with { Status = (Contracts.Documents.PlacementStatus)alternative.Status }, DecisionTranslation.ToPlan(problem, alternative)!)),
    ];

    private FrontierDocument Frontier(PlacementProblem problem, DecisionDocument decision, SolveOptions options, CancellationToken cancellationToken)
    {
        Frontier found = new FrontierSearch(_solver, time).Find(problem, FrontierSearch.StepsDefault, options, cancellationToken);
        FrontierDocument frontier = new() { Complete = found.IsComplete, Plans = [.. found.Points.Select(point => FrontierTranslation.ToDocument(problem, point))] };
        IReadOnlyList<Violation> violations = FrontierVerifier.Check(problem, decision, frontier);
        return violations.Count == 0 ? frontier : throw new PlanRefusedException(problem.Order.Id, violations);
    }

    private WhyNotDocument WhyNot(
        PlacementProblem problem, DecisionDocument decision, (string ItemId, string ProviderId) question, SolveOptions options, CancellationToken cancellationToken)
    {
        ForcedProvider forced = new(
            problem.Order.Items.Index().First(entry => entry.Item.Id == question.ItemId).Index,
            problem.Providers.Index().First(entry => entry.Item.Id == question.ProviderId).Index);
        WhyNotAnswer answer = new Explainer(_solver, time).WhyNot(problem, forced, options, cancellationToken);
        PlanDocument? plan = DecisionTranslation.ToPlan(problem, answer.Result) is { } found
            ? Verified(problem, answer.Result.Plan!, decision with { Status = (Contracts.Documents.PlacementStatus)answer.Result.Status }, found)
            : null;
        return ExplanationTranslation.ToWhyNot(problem, question, answer, plan, decision.Plan?.Score);
    }

    private PlanDocument Verified(PlacementProblem problem, Plan found, DecisionDocument decision, PlanDocument plan)
    {
        long startedAt = time.GetTimestamp();
        IReadOnlyList<Violation> violations = PlanVerifier.Check(PlanPools.Of(problem, found), decision, plan);
        if (violations.Count > 0) throw new PlanRefusedException(problem.Order.Id, violations);
        return PlanVerifier.Timed(plan, time.GetElapsedTime(startedAt));
    }
}
