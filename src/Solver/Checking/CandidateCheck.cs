using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Checking;

/// <summary>Each line buys something that covers the demand, in portions that its pool sells.</summary>
internal sealed class CandidateCheck : IPlanCheck
{
    public IEnumerable<Violation> Check(PlacedPlan plan) =>
        plan.Lines.SelectMany(line => Coverage(plan, line).Concat(Portions(plan, line)));

    private static IEnumerable<Violation> Coverage(PlacedPlan plan, PlanLine line)
    {
        OrderItem item = plan.Item(line);
        ResourcePool pool = plan.Pool(line);
        foreach ((string resourceClass, long demanded) in item.Resources)
        {
            string? fault = line.Offer == PlanLine.FreeForm
                ? PriceBookFault(pool, resourceClass)
                : OfferFault(pool.Offers[line.Offer], resourceClass, demanded);
            if (fault is not null)
            {
                yield return new(ViolationRules.CandidateCoverage, pool.Id, $"{fault} of {resourceClass}, but item '{item.Id}' demands {demanded}.");
            }
        }
    }

    private static string? PriceBookFault(ResourcePool pool, string resourceClass) =>
        pool.PriceBook is { } book && book.ContainsKey(resourceClass) ? null : $"Pool '{pool.Id}' sells no free-form amount";

    private static string? OfferFault(Offer offer, string resourceClass, long demanded)
    {
        if (!offer.Resources.TryGetValue(resourceClass, out long amount)) return $"Offer '{offer.Id}' has nothing";
        return amount < demanded ? $"Offer '{offer.Id}' has {amount}" : null;
    }

    private static IEnumerable<Violation> Portions(PlacedPlan plan, PlanLine line)
    {
        ResourcePool pool = plan.Pool(line);
        foreach ((string resourceClass, long amount) in plan.Consumption(line))
        {
            string consumes = $"A replica of item '{plan.Item(line).Id}' consumes {amount} of {resourceClass} in pool '{pool.Id}'";
            if (!pool.Inventories.TryGetValue(resourceClass, out Inventory? inventory))
            {
                yield return new(ViolationRules.CandidateInventory, pool.Id, $"{consumes}, which has no inventory of it.");
                continue;
            }

            if (amount < inventory.MinUnit || amount > inventory.MaxUnit)
            {
                yield return new(
                    ViolationRules.CandidatePortion,
                    pool.Id,
                    $"{consumes}, which sells {inventory.MinUnit} to {inventory.MaxUnit} of it per replica.");
            }

            if (amount % inventory.StepSize != 0)
            {
                yield return new(
                    ViolationRules.CandidatePortion,
                    pool.Id,
                    $"{consumes}, which sells multiples of {inventory.StepSize} of it per replica.");
            }
        }
    }
}
