using System.Numerics;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Checking;

/// <summary>Every item has exactly its quantity of replicas.</summary>
internal sealed class CompletenessCheck : IPlanCheck
{
    public IEnumerable<Violation> Check(PlacedPlan plan)
    {
        for (int item = 0; item < plan.Order.Items.Count; item++)
        {
            OrderItem wanted = plan.Order.Items[item];
            BigInteger assigned = plan.LinesOf(item).Aggregate(BigInteger.Zero, (sum, line) => sum + line.Quantity);
            if (assigned != wanted.Quantity || assigned.IsZero)
            {
                yield return new(
                    ViolationRules.PlanComplete,
                    wanted.Id,
                    $"Item '{wanted.Id}' has {assigned} replicas assigned, but its quantity is {wanted.Quantity}.");
            }
        }
    }
}
