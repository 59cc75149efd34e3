using System.Numerics;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Checking;

/// <summary>Over all items together, no pool gives more of a class than it can sell and has not claimed yet.</summary>
internal sealed class CapacityCheck : IPlanCheck
{
    public IEnumerable<Violation> Check(PlacedPlan plan)
    {
        Dictionary<(int Pool, string Class), BigInteger> consumed = [];
        foreach (PlanLine line in plan.Lines)
        {
            foreach ((string resourceClass, long amount) in plan.Consumption(line))
            {
                (int, string) key = (line.Pool, resourceClass);
                consumed[key] = consumed.GetValueOrDefault(key) + ((BigInteger)amount * line.Quantity);
            }
        }

        foreach (((int index, string resourceClass), BigInteger amount) in consumed)
        {
            ResourcePool pool = plan.Problem.Pools[index];
            if (!pool.Inventories.TryGetValue(resourceClass, out Inventory? inventory)) continue;
            BigInteger free = Free(inventory);
            if (amount > free)
            {
                yield return new(
                    ViolationRules.Capacity,
                    pool.Id,
                    $"The order consumes {amount} of {resourceClass} in pool '{pool.Id}', which has {free} free.");
            }
        }
    }

    private static BigInteger Free(Inventory inventory)
    {
        BigInteger installed = (BigInteger)inventory.Total - inventory.Reserved;
        BigInteger sellable = BigInteger.Max(BigInteger.Zero, (Fraction.Of(inventory.AllocationRatio) * installed).Floor());
        return BigInteger.Max(BigInteger.Zero, sellable - inventory.Claimed);
    }
}
