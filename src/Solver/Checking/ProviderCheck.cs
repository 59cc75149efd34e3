using System.Numerics;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Checking;

/// <summary>The order uses as many providers as its policy asks, and none of them gets too large a share.</summary>
internal sealed class ProviderCheck : IPlanCheck
{
    private const int WholeMillionths = 1_000_000;

    public IEnumerable<Violation> Check(PlacedPlan plan) => Count(plan).Concat(Share(plan));

    private static IEnumerable<Violation> Count(PlacedPlan plan)
    {
        OrderPolicy policy = plan.Order.Policy;
        int used = plan.ProvidersUsed().Count();
        if (policy.MinProviders is { } least && used < least)
        {
            yield return new(ViolationRules.ProvidersMin, plan.Order.Id, $"The order uses {used} providers; at least {least} are demanded.");
        }

        if (policy.MaxProviders is { } most && used > most)
        {
            yield return new(ViolationRules.ProvidersMax, plan.Order.Id, $"The order uses {used} providers; at most {most} are allowed.");
        }
    }

    private static IEnumerable<Violation> Share(PlacedPlan plan)
    {
        if (plan.Order.Policy.MaxProviderShareMillionths is not { } share || plan.Value is not { } value) yield break;
        foreach (IGrouping<int, int> lines in Enumerable.Range(0, plan.Lines.Count).GroupBy(line => plan.Pool(plan.Lines[line]).Provider))
        {
            BigInteger own = lines.Aggregate(BigInteger.Zero, (sum, line) => sum + value.LinePrices[line]);
            if (own * WholeMillionths <= share * value.Resources) continue;
            string id = plan.Problem.Providers[lines.Key].Id;
            yield return new(
                ViolationRules.ProvidersShare,
                id,
                $"Replicas at provider '{id}' cost {Wording.Euros(own)} of {Wording.Euros(value.Resources)}; at most {Wording.Share(share)} is allowed.");
        }
    }
}
