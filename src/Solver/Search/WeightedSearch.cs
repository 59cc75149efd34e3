using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Scoring;

namespace Fulcrum.Solver.Search;

/// <summary>Minimises the weighted sum of the terms.</summary>
internal static class WeightedSearch
{
    /// <summary>Searches for the best plan of a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="known">What is known beforehand: a plan, if any, and a bound.</param>
    /// <param name="cutoff">Only plans of a lower weighted sum are of interest; null for any.</param>
    /// <param name="limits">When to stop.</param>
    /// <param name="cancellationToken">Stops at once.</param>
    public static Answer Run(CompiledProblem problem, Answer known, long? cutoff, SearchLimits limits, CancellationToken cancellationToken)
    {
        if (limits.IsExhausted) return known;
        PlacementModel model = new(problem);
        Weights weights = Weights.Of(problem.Source.Order.Objective);
        LinearSum sum = Sum(model, problem.Source.Order.Objective, weights.Unit);
        if (cutoff is { } above) model.Builder.AddAtMost(sum, (above / weights.Unit) - 1);
        else if (known.Plan is { } plan) Hint(model, plan);
        return Combine(known, CpSatSearch.Minimise(model, sum, limits, cancellationToken), weights);
    }

    /// <summary>The search starts from a plan of the same ways.</summary>
    private static void Hint(PlacementModel model, PlanView plan)
    {
        Dictionary<(int Item, int Pool, int Offer), int> replicas = plan.Placements.ToDictionary(static placement => (placement.Candidate.Item, placement.Candidate.Pool, placement.Candidate.Offer), static placement => placement.Replicas);
        model.Builder.Hint(model.Problem.Candidates.Select(candidate => (model.Replicas(candidate), (long)replicas.GetValueOrDefault((candidate.Item, candidate.Pool, candidate.Offer)))));
    }

    private static LinearSum Sum(PlacementModel model, Objective objective, long unit)
    {
        LinearSum sum = new();
        foreach (ObjectiveTerm term in Enum.GetValues<ObjectiveTerm>())
        {
            int weight = objective.WeightThousandths(term);
            if (weight != 0) sum.Add(model.Term(term), weight / unit);
        }

        return sum;
    }

    private static Answer Combine(Answer known, SearchOutcome outcome, Weights weights)
    {
        if (outcome.Status == PlacementStatus.Infeasible)
        {
            return known.Plan is null
                ? Answer.WithoutPlan(PlacementStatus.Infeasible)
                : new Answer(PlacementStatus.Optimal, known.Plan, ValueOf(known.Plan, weights), ProofKind.Search, []);
        }

        if (outcome.Plan is null && known.Plan is null) return known;
        PlanView plan = Better(outcome.Plan, known.Plan, weights);
        Int128 value = ValueOf(plan, weights);
        Int128 bound = Int128.Min(value, Int128.Max((Int128)outcome.Bound * weights.Unit, known.Bound));
        return bound == value
            ? new Answer(PlacementStatus.Optimal, plan, bound, ProofKind.Search, [])
            : new Answer(PlacementStatus.Feasible, plan, bound, ProofKind.TimeLimit, []);
    }

    private static PlanView Better(PlanView? found, PlanView? known, Weights weights)
    {
        if (found is null) return known!;
        return known is null || ValueOf(found, weights) <= ValueOf(known, weights) ? found : known;
    }

    private static Int128 ValueOf(PlanView plan, Weights weights) => weights.Of(PlanScorer.Score(plan));
}
