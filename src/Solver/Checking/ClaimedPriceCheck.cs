using System.Numerics;

namespace Fulcrum.Solver.Checking;

/// <summary>Prices stated for a plan and its assignments are what its replicas cost.</summary>
internal static class ClaimedPriceCheck
{
    public static IEnumerable<Violation> Check(PlacedPlan plan, PlanValue value, ClaimedPlan claimed)
    {
        for (int index = 0; index < claimed.Assignments.Count; index++)
        {
            ClaimedAssignment assignment = claimed.Assignments[index];
            BigInteger price = value.LinePrices[index];
            if (assignment.PriceMicros is not { } stated || stated == price) continue;
            yield return new(
                ViolationRules.PriceAssignment,
                $"{assignment.ItemId} at {assignment.PoolId}",
                $"{assignment.Quantity} replicas of item '{assignment.ItemId}' in pool '{assignment.PoolId}' cost {Wording.Euros(price)}, " +
                $"but {Wording.Euros(stated)} is stated.");
        }

        if (claimed.PriceMicros is { } total && total != value.Price)
        {
            yield return new(
                ViolationRules.PricePlan,
                plan.Order.Id,
                $"The plan costs {Wording.Euros(value.Price)}, but {Wording.Euros(total)} is stated.");
        }
    }
}
