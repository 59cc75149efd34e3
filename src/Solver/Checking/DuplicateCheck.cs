using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Checking;

/// <summary>No two lines name the same item, pool and offer.</summary>
internal sealed class DuplicateCheck : IPlanCheck
{
    public IEnumerable<Violation> Check(PlacedPlan plan)
    {
        foreach (IGrouping<(int Item, int Pool, int Offer), PlanLine> same in plan.Lines
            .GroupBy(line => (line.Item, line.Pool, line.Offer))
            .Where(group => group.Count() > 1))
        {
            PlanLine line = same.First();
            string offer = line.Offer == PlanLine.FreeForm ? "free-form" : $"offer '{plan.Pool(line).Offers[line.Offer].Id}'";
            yield return new(
                ViolationRules.PlanDuplicate,
                plan.Item(line).Id,
                $"Item '{plan.Item(line).Id}' has {same.Count()} assignments to pool '{plan.Pool(line).Id}' ({offer}); at most 1 is allowed.");
        }
    }
}
