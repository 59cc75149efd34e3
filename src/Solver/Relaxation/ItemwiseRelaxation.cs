using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Rules;
using Fulcrum.Solver.Scoring;

namespace Fulcrum.Solver.Relaxation;

/// <summary>Places every item by itself: the sum of what the items cost at least bounds every plan, and the choice itself may be a plan.</summary>
internal static class ItemwiseRelaxation
{
    /// <summary>Relaxes a weighted problem; null when some item does not fit into its pools at all.</summary>
    public static RelaxedAnswer? Solve(CompiledProblem problem)
    {
        RelaxedItem[] items = [.. problem.Items.Select(item => new RelaxedItem(problem, item))];
        Int128 bound = 0;
        foreach (RelaxedItem item in items)
        {
            if (item.Bound() is not { } least) return null;
            bound += least;
        }

        PlanView? plan = Fill(problem, items);
        if (plan is null || !RuleRegistry.Rules.All(rule => rule.IsMetBy(plan))) return new RelaxedAnswer(bound, null, IsOptimal: false);
        Int128 value = PlanScorer.Weighted(problem.Source.Order.Objective, PlanScorer.Score(plan));
        return new RelaxedAnswer(bound, plan, value == bound);
    }

    private static PlanView? Fill(CompiledProblem problem, IEnumerable<RelaxedItem> items)
    {
        RemainingCapacity capacity = new(problem);
        List<Placement> placements = [];
        foreach (RelaxedItem item in items)
        {
            if (item.Fill(capacity) is not { } filled) return null;
            placements.AddRange(filled);
        }

        return new PlanView(problem, placements);
    }
}
