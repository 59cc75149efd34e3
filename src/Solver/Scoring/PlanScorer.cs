using System.Numerics;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Exact;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Scoring;

/// <summary>The value of a plan, computed from its placements alone.</summary>
internal static class PlanScorer
{
    /// <summary>All terms of a plan.</summary>
    /// <exception cref="ProblemTooLargeException">A term does not fit in 64 bits.</exception>
    public static ScoreBreakdown Score(PlanView plan)
    {
        ItemScore[] items = [.. plan.Problem.Items.Select(item => ScoreItem(plan, item))];
        return new ScoreBreakdown
        {
            ResourcesMicros = Sum(items.Select(item => item.ResourcesMicros)),
            FeesMicros = Sum(plan.ResourcesByProvider().Keys.Select(provider => plan.Problem.Source.Providers[provider].FeePerOrderMicros)),
            EgressMicros = Sum(EgressTraffic(plan).Select(traffic => plan.Problem.Egress[traffic.Key]?.CostMicros(traffic.Value) ?? 0)),
            LocalityMicros = Sum(items.Select(item => item.LocalityMicros)),
            SovereigntyMicros = Sum(items.Select(item => item.SovereigntyMicros)),
            Items = items,
        };
    }

    private static ItemScore ScoreItem(PlanView plan, CompiledItem item)
    {
        IEnumerable<CompiledRelation> relations = plan.Problem.Relations.Where(relation => relation.Definition.From == item.Index && relation.Definition.ValuePerMsMicros != 0);
        BigInteger ofRelations = relations.Aggregate(BigInteger.Zero, (sum, relation) => sum + RelationLocality(plan, relation));
        return new ItemScore(
            Sum(plan, item, candidate => candidate.PriceMicros),
            Money.ToInt64(ofRelations + Sum(plan, item, candidate => candidate.UserLocalityMicros), "The locality term"),
            Sum(plan, item, candidate => candidate.SovereigntyMicros));
    }

    private static BigInteger RelationLocality(PlanView plan, CompiledRelation relation)
    {
        IReadOnlyList<int> targets = plan.LocationsOf(relation.Definition.To);
        return plan.Of(relation.Definition.From).Aggregate(BigInteger.Zero, (sum, placement) =>
            sum + ((BigInteger)placement.Replicas * targets.Min(target => relation.LocalityMicros(plan.Problem.LocationOf(placement.Candidate), target))));
    }

    private static Dictionary<int, BigInteger> EgressTraffic(PlanView plan)
    {
        Dictionary<int, BigInteger> traffic = [];
        foreach (Placement placement in plan.Placements)
        {
            Add(plan, traffic, placement, plan.Problem.Items[placement.Candidate.Item].UserTrafficMiB);
        }

        foreach (CompiledRelation relation in plan.Problem.Relations)
        {
            Dictionary<int, int> targets = plan.ReplicasBy(relation.Definition.To, plan.Problem.Domains.Sites);
            foreach (Placement placement in plan.Of(relation.Definition.From))
            {
                if (!targets.ContainsKey(plan.Problem.Domains.Sites.Of(placement.Candidate.Pool))) Add(plan, traffic, placement, relation.TrafficMiB);
            }
        }

        return traffic;
    }

    private static void Add(PlanView plan, Dictionary<int, BigInteger> traffic, Placement placement, long mibPerReplica)
    {
        int provider = plan.Problem.ProviderOf(placement.Candidate);
        traffic[provider] = traffic.GetValueOrDefault(provider) + ((BigInteger)mibPerReplica * placement.Replicas);
    }

    private static long Sum(PlanView plan, CompiledItem item, Func<Candidate, long> perReplica) => Money.ToInt64(
        plan.Of(item.Index).Aggregate(BigInteger.Zero, (sum, placement) => sum + ((BigInteger)perReplica(placement.Candidate) * placement.Replicas)),
        $"A term of item {item.Definition.Id}");

    private static long Sum(IEnumerable<long> values) =>
        Money.ToInt64(values.Aggregate(BigInteger.Zero, (sum, value) => sum + value), "A term of the plan");
}
