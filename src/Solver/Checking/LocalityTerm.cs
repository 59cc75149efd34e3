using System.Numerics;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Checking;

/// <summary>What the latency of a plan is worth: to users, and from items to the nearest pool of the items they relate to.</summary>
internal static class LocalityTerm
{
    private const int MicrosecondsPerMillisecond = 1000;

    /// <summary>The contribution of one item; every item of the plan must run somewhere.</summary>
    public static BigInteger OfItem(PlacedPlan plan, int item)
    {
        OrderItem of = plan.Order.Items[item];
        Relation[] relations = [.. plan.Order.Relations.Where(relation => relation.From == item)];
        BigInteger sum = BigInteger.Zero;
        foreach (PlanLine line in plan.LinesOf(item))
        {
            foreach (UserGroup users in of.Users)
            {
                sum += PerReplica(users.ValuePerMsMicros, plan.LatencyMicros(line.Pool, users.Location), of.Quantity) * line.Quantity;
            }

            foreach (Relation relation in relations)
            {
                long nearest = plan.PoolsOf(relation.To).Min(pool => plan.LatencyMicros(line.Pool, plan.Problem.Pools[pool].Location));
                sum += PerReplica(relation.ValuePerMsMicros, nearest, of.Quantity) * line.Quantity;
            }
        }

        return sum;
    }

    private static BigInteger PerReplica(long valuePerMs, long latencyMicros, int quantity) =>
        (Fraction.Of((BigInteger)valuePerMs * latencyMicros) / MicrosecondsPerMillisecond / quantity).Round();
}
