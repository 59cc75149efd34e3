using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Drafting;

/// <summary>How often a draft breaks the rules that its making does not keep to by itself: relations, and least numbers of domains.</summary>
/// <param name="problem">The problem.</param>
/// <param name="relations">What relations cost.</param>
/// <param name="places">Where ways are.</param>
internal sealed class DraftRules(ScreenedProblem problem, IReadOnlyList<RelationCosts> relations, WayPlaces places)
{
    private readonly HashSet<int> _domains = [];
    private readonly CompiledRelation[] _strict = [.. problem.Relations.Where(static relation => IsStrict(relation.Definition))];
    private readonly int[] _spread = [.. Enumerable.Range(0, problem.Items.Count).Where(item => problem.Items[item].Definition.Spread.Any(static rule => rule.MinDomains is not null))];

    /// <summary>Whether a draft keeps them, but for those of which the cost of a relation tells.</summary>
    public bool AreKept(Draft draft)
    {
        foreach (int item in _spread)
        {
            if (Missing(draft, item) > 0) return false;
        }

        foreach (CompiledRelation relation in _strict)
        {
            if (BrokenBy(draft, relation) > 0) return false;
        }

        return true;
    }

    /// <summary>How often a draft breaks them: by replicas and pairs of replicas that are too far apart or too close, and domains that are missing or too many.</summary>
    public long Broken(Draft draft)
    {
        long broken = 0;
        foreach (int item in _spread) broken += Missing(draft, item);
        foreach (CompiledRelation relation in _strict) broken += BrokenBy(draft, relation);
        return broken;
    }

    /// <summary>Replicas of the first item of a relation that no replica of the other is near to.</summary>
    public long Apart(Draft draft, int number)
    {
        RelationCosts relation = relations[number];
        long apart = 0;
        foreach (Draft.Part part in draft.Of(relation.From))
        {
            int location = places.LocationOf(relation.From, part);
            bool isNear = false;
            foreach (Draft.Part other in draft.Of(relation.To)) isNear |= relation.Between(location, places.LocationOf(relation.To, other)) < Cost.Infinite;
            if (!isNear) apart += part.Replicas;
        }

        return apart;
    }

    private static bool IsStrict(Relation relation) => relation is { Scope: LatencyScope.All, MaxLatencyMs: not null } || relation.Affinity is not null || relation.AntiAffinity is not null;

    private long Missing(Draft draft, int item)
    {
        long missing = 0;
        foreach (SpreadRule rule in problem.Items[item].Definition.Spread)
        {
            if (rule.MinDomains is not { } least) continue;
            _domains.Clear();
            Mark(draft, item, rule.By);
            missing += Math.Max(0, least - _domains.Count);
        }

        return missing;
    }

    private long BrokenBy(Draft draft, CompiledRelation relation)
    {
        Relation definition = relation.Definition;
        long broken = 0;
        if (definition.Affinity is { } together)
        {
            _domains.Clear();
            Mark(draft, definition.From, together);
            Mark(draft, definition.To, together);
            broken += Math.Max(0, _domains.Count - 1);
        }

        bool isWithin = definition is { Scope: LatencyScope.All, MaxLatencyMs: not null };
        if (!isWithin && definition.AntiAffinity is null) return broken;
        foreach (Draft.Part part in draft.Of(definition.From))
        {
            foreach (Draft.Part other in draft.Of(definition.To))
            {
                bool isFar = isWithin && !relation.IsWithin(places.LocationOf(definition.From, part), places.LocationOf(definition.To, other));
                bool isClose = definition.AntiAffinity is { } apart && places.DomainOf(apart, definition.From, part) == places.DomainOf(apart, definition.To, other);
                if (isFar || isClose) broken += (long)part.Replicas * other.Replicas;
            }
        }

        return broken;
    }

    private void Mark(Draft draft, int item, Domain kind)
    {
        foreach (Draft.Part part in draft.Of(item)) _domains.Add(places.DomainOf(kind, item, part));
    }
}
