namespace Fulcrum.Solver.Checking;

/// <summary>The price term is within the budget.</summary>
internal sealed class BudgetCheck : IPlanCheck
{
    public IEnumerable<Violation> Check(PlacedPlan plan)
    {
        if (plan.Order.Policy.BudgetMicros is not { } budget || plan.Value is not { } value || value.Price <= budget) yield break;
        yield return new(
            ViolationRules.Budget, plan.Order.Id, $"The plan costs {Wording.Euros(value.Price)}; the budget is {Wording.Euros(budget)}.");
    }
}
