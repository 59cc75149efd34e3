using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Checking;

/// <summary>Related items share one single domain, or none.</summary>
internal sealed class AffinityCheck : IPlanCheck
{
    public IEnumerable<Violation> Check(PlacedPlan plan) =>
        plan.Order.Relations.SelectMany(relation => Together(plan, relation).Concat(Apart(plan, relation)));

    private static IEnumerable<Violation> Together(PlacedPlan plan, Relation relation)
    {
        if (relation.Affinity is not { } kind) yield break;
        int[] used = [.. plan.PoolsOf(relation.From).Concat(plan.PoolsOf(relation.To)).DistinctBy(pool => plan.DomainOf(pool, kind))];
        if (used.Length <= 1) yield break;
        string names = Wording.List(used.Select(pool => plan.DomainName(pool, kind)));
        yield return new(
            ViolationRules.Affinity,
            Subject(plan, relation),
            $"{Items(plan, relation)} must be in one {Noun(kind)}, but they use {used.Length}: {names}.");
    }

    private static IEnumerable<Violation> Apart(PlacedPlan plan, Relation relation)
    {
        if (relation.AntiAffinity is not { } kind) yield break;
        HashSet<DomainKey> others = [.. plan.PoolsOf(relation.To).Select(pool => plan.DomainOf(pool, kind))];
        int[] shared = [.. plan.PoolsOf(relation.From).Where(pool => others.Contains(plan.DomainOf(pool, kind)))];
        if (shared.Length == 0) yield break;
        string names = Wording.List(shared.Select(pool => plan.DomainName(pool, kind)).Distinct(StringComparer.Ordinal));
        yield return new(
            ViolationRules.AntiAffinity,
            Subject(plan, relation),
            $"{Items(plan, relation)} must share no {Noun(kind)}, but they share {names}.");
    }

    private static string Items(PlacedPlan plan, Relation relation) =>
        $"Items '{plan.Order.Items[relation.From].Id}' and '{plan.Order.Items[relation.To].Id}'";

    private static string Subject(PlacedPlan plan, Relation relation) =>
        $"{plan.Order.Items[relation.From].Id} → {plan.Order.Items[relation.To].Id}";

    private static string Noun(Domain kind) => kind.ToString().ToLowerInvariant();
}
