using Fulcrum.Solver.Model;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Rules;

/// <summary>The price term is within the budget.</summary>
internal sealed class BudgetRule : HardRule
{
    public override string Name => "budget";

    public override void Constrain(PlacementModel model)
    {
        if (model.Problem.Policy.BudgetMicros is { } budget) model.Builder.AddAtMost(model.Term(ObjectiveTerm.Price), budget);
    }

    public override bool IsMetBy(PlanView plan) =>
        plan.Problem.Policy.BudgetMicros is not { } budget || PlanScorer.Score(plan).PriceMicros <= budget;
}
