using System.Numerics;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Checking;

/// <summary>The score stated for a plan, in all and per item, is its value.</summary>
internal static class ClaimedScoreCheck
{
    public static IEnumerable<Violation> Check(Order order, PlanValue value, ScoreBreakdown? stated)
    {
        if (stated is null) return [];
        return Compare(ViolationRules.ScoreResources, order.Id, "The replica prices", value.Resources, stated.ResourcesMicros)
            .Concat(Compare(ViolationRules.ScoreFees, order.Id, "The fees", value.Fees, stated.FeesMicros))
            .Concat(Compare(ViolationRules.ScoreEgress, order.Id, "The egress", value.Egress, stated.EgressMicros))
            .Concat(Compare(ViolationRules.ScoreLocality, order.Id, "The locality term", value.Locality, stated.LocalityMicros))
            .Concat(Compare(ViolationRules.ScoreSovereignty, order.Id, "The sovereignty term", value.Sovereignty, stated.SovereigntyMicros))
            .Concat(Items(order, value, stated.Items));
    }

    private static IEnumerable<Violation> Items(Order order, PlanValue value, IReadOnlyList<ItemScore> stated)
    {
        if (stated.Count != value.Items.Count)
        {
            return [new(ViolationRules.ScoreItems, order.Id, $"The score has figures of {stated.Count} items; the order has {value.Items.Count}.")];
        }

        return Enumerable.Range(0, stated.Count).SelectMany(index => Item(order.Items[index].Id, value.Items[index], stated[index]));
    }

    private static IEnumerable<Violation> Item(string id, ItemValue value, ItemScore stated) =>
        Compare(ViolationRules.ScoreItems, id, $"The replica prices of item '{id}'", value.Resources, stated.ResourcesMicros)
            .Concat(Compare(ViolationRules.ScoreItems, id, $"The locality of item '{id}'", value.Locality, stated.LocalityMicros))
            .Concat(Compare(ViolationRules.ScoreItems, id, $"The sovereignty of item '{id}'", value.Sovereignty, stated.SovereigntyMicros));

    private static IEnumerable<Violation> Compare(string rule, string subject, string what, BigInteger value, long stated)
    {
        if (value == stated) yield break;
        yield return new(rule, subject, $"{what} come to {Wording.Euros(value)}, but {Wording.Euros(stated)} is stated.");
    }
}
