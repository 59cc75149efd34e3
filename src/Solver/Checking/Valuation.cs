using System.Numerics;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Checking;

/// <summary>Computes the money of a plan from the definition of its terms.</summary>
internal static class Valuation
{
    /// <summary>The plan's money; null when a replica has no price or an item runs nowhere.</summary>
    public static PlanValue? Of(PlacedPlan plan)
    {
        int items = plan.Order.Items.Count;
        if (Enumerable.Range(0, items).Any(item => plan.LinesOf(item).Count == 0)) return null;

        BigInteger[] linePrices = new BigInteger[plan.Lines.Count];
        BigInteger[] resources = new BigInteger[items];
        BigInteger[] sovereignty = new BigInteger[items];
        BigInteger[] locality = [.. Enumerable.Range(0, items).Select(item => LocalityTerm.OfItem(plan, item))];
        PreferenceTerm preferences = new(plan);
        for (int index = 0; index < plan.Lines.Count; index++)
        {
            PlanLine line = plan.Lines[index];
            if (ReplicaPrice.Of(plan, line) is not { } price) return null;
            linePrices[index] = price * line.Quantity;
            resources[line.Item] += linePrices[index];
            sovereignty[line.Item] += preferences.PerReplica(line) * line.Quantity;
        }

        return new(
            linePrices,
            plan.ProvidersUsed().Aggregate(BigInteger.Zero, (sum, provider) => sum + plan.Problem.Providers[provider].FeePerOrderMicros),
            EgressTerm.Of(plan),
            [.. Enumerable.Range(0, items).Select(item => new ItemValue(resources[item], locality[item], sovereignty[item]))]);
    }
}
