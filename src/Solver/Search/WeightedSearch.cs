using System.Numerics;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Relaxation;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Scoring;

namespace Fulcrum.Solver.Search;

/// <summary>Minimises the weighted sum of the terms.</summary>
internal static class WeightedSearch
{
    /// <summary>Searches, starting from what a relaxation knows, if anything.</summary>
    public static Answer Run(CompiledProblem problem, RelaxedAnswer? relaxed, SearchLimits limits, CancellationToken cancellationToken)
    {
        if (limits.IsExhausted) return Combine(problem, SearchOutcome.Nothing, unit: 1, relaxed);
        PlacementModel model = new(problem);
        Objective objective = problem.Source.Order.Objective;
        int unit = CommonDivisor(objective);
        LinearSum sum = Sum(model, objective, unit);
        if (relaxed?.Plan is not null) model.Hint(relaxed.Plan);
        return Combine(problem, CpSatSearch.Minimise(model, sum, limits, cancellationToken), unit, relaxed);
    }

    private static LinearSum Sum(PlacementModel model, Objective objective, int unit)
    {
        LinearSum sum = new();
        foreach (ObjectiveTerm term in Enum.GetValues<ObjectiveTerm>())
        {
            int weight = objective.WeightThousandths(term);
            if (weight != 0) sum.Add(model.Term(term), weight / unit);
        }

        return sum;
    }

    private static int CommonDivisor(Objective objective) => (int)BigInteger.Max(1, Enum.GetValues<ObjectiveTerm>()
        .Aggregate(BigInteger.Zero, (divisor, term) => BigInteger.GreatestCommonDivisor(divisor, objective.WeightThousandths(term))));

    private static Answer Combine(CompiledProblem problem, SearchOutcome outcome, int unit, RelaxedAnswer? relaxed)
    {
        if (outcome.Status == PlacementStatus.Infeasible) return Answer.WithoutPlan(PlacementStatus.Infeasible);
        PlanView? plan = Better(problem, outcome.Plan, relaxed?.Plan);
        if (plan is null) return Answer.WithoutPlan(PlacementStatus.Unknown);
        Int128 value = PlanScorer.Weighted(problem.Source.Order.Objective, PlanScorer.Score(plan));
        Int128 bound = Int128.Min(value, Int128.Max((Int128)outcome.Bound * unit, relaxed?.Bound ?? 0));
        return bound == value
            ? new Answer(PlacementStatus.Optimal, plan, bound, ProofKind.Search, [])
            : new Answer(PlacementStatus.Feasible, plan, bound, ProofKind.TimeLimit, []);
    }

    private static PlanView? Better(CompiledProblem problem, PlanView? found, PlanView? known)
    {
        if (found is null || known is null) return found ?? known;
        Int128 Value(PlanView plan) => PlanScorer.Weighted(problem.Source.Order.Objective, PlanScorer.Score(plan));
        return Value(known) < Value(found) ? known : found;
    }
}
