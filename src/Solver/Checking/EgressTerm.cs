using System.Numerics;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Checking;

/// <summary>What traffic that leaves the providers costs, each provider once per order.</summary>
internal static class EgressTerm
{
    private const int MebibytesPerGibibyte = 1024;
    private const int MicrosPerEuro = 1_000_000;

    public static BigInteger Of(PlacedPlan plan)
    {
        Dictionary<int, BigInteger> mebibytes = [];
        foreach (PlanLine line in plan.Lines)
        {
            int provider = plan.Pool(line).Provider;
            mebibytes[provider] = mebibytes.GetValueOrDefault(provider) + (LeavingPerReplica(plan, line) * line.Quantity);
        }

        return mebibytes.Aggregate(BigInteger.Zero, (sum, entry) => sum + Cost(plan.Problem.Providers[entry.Key].Egress, entry.Value));
    }

    private static BigInteger LeavingPerReplica(PlacedPlan plan, PlanLine line)
    {
        OrderItem item = plan.Item(line);
        BigInteger sum = BigInteger.Zero;
        foreach (UserGroup users in item.Users) sum += MebibytesPerReplica(users.EgressGiBMonthly, item.Quantity);
        foreach (Relation relation in plan.Order.Relations)
        {
            if (relation.From == line.Item && Leaves(plan, line, relation.To)) sum += MebibytesPerReplica(relation.TrafficGiBMonthly, item.Quantity);
        }

        return sum;
    }

    private static bool Leaves(PlacedPlan plan, PlanLine line, int to)
    {
        ResourcePool own = plan.Pool(line);
        return !plan.LinesOf(to).Any(other => plan.Pool(other).Provider == own.Provider && plan.Pool(other).Location == own.Location);
    }

    private static BigInteger MebibytesPerReplica(decimal gibibytes, int quantity) =>
        (Fraction.Of(gibibytes) * MebibytesPerGibibyte / quantity).Ceiling();

    private static BigInteger Cost(EgressTariff? tariff, BigInteger mebibytes)
    {
        if (tariff is null) return BigInteger.Zero;
        BigInteger free = (Fraction.Of(tariff.FreeGiBMonthly) * MebibytesPerGibibyte).Round();
        BigInteger billable = BigInteger.Max(BigInteger.Zero, mebibytes - free);
        return (Fraction.Of(tariff.PricePerGiB) * billable * MicrosPerEuro / MebibytesPerGibibyte).Round();
    }
}
