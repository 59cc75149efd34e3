using System.Numerics;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Checking;

/// <summary>Replicas of an item are spread over domains as it asks.</summary>
internal sealed class SpreadCheck : IPlanCheck
{
    private const int WholeMillionths = 1_000_000;

    public IEnumerable<Violation> Check(PlacedPlan plan) =>
        plan.Order.Items.SelectMany((item, index) => item.Spread.SelectMany(rule => Check(plan, index, item, rule)));

    private static IEnumerable<Violation> Check(PlacedPlan plan, int index, OrderItem item, SpreadRule rule)
    {
        string noun = rule.By.ToString().ToLowerInvariant();
        (int Pool, BigInteger Replicas)[] domains = [.. plan.ReplicasPerDomain(index, rule.By)];
        foreach ((int pool, BigInteger replicas) in domains)
        {
            string has = $"Item '{item.Id}' has {replicas} replicas in {noun} '{plan.DomainName(pool, rule.By)}'";
            if (rule.Max is { } max && replicas > max)
            {
                yield return new(ViolationRules.SpreadMax, item.Id, $"{has}; at most {max} are allowed in any one.");
            }

            if (rule.MaxShareMillionths is { } share && replicas > MostByShare(share, item.Quantity))
            {
                yield return new(
                    ViolationRules.SpreadMaxShare,
                    item.Id,
                    $"{has}; at most {MostByShare(share, item.Quantity)} ({Wording.Share(share)} of {item.Quantity}) are allowed in any one.");
            }
        }

        if (rule.MinDomains is { } least && domains.Length < least)
        {
            yield return new(
                ViolationRules.SpreadMinDomains,
                item.Id,
                $"Item '{item.Id}' uses {domains.Length} distinct domains of kind {noun}; at least {least} are demanded.");
        }
    }

    private static BigInteger MostByShare(int shareMillionths, int quantity) =>
        BigInteger.Max(BigInteger.One, (BigInteger)shareMillionths * quantity / WholeMillionths);
}
