using System.Globalization;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Explanation;

/// <summary>What one relation demands of its two items.</summary>
internal sealed class RelationDemands(PlacementProblem problem, int index)
{
    /// <summary>Kinds of domain that an affinity can widen to: each holds the ones before it whole.</summary>
    private static readonly Domain[] Widening = [Domain.Pool, Domain.Zone, Domain.Location, Domain.Country];

    private readonly Relation _relation = problem.Order.Relations[index];

    private string Ends => $"items {problem.Order.Items[_relation.From].Id} and {problem.Order.Items[_relation.To].Id}";

    /// <summary>Latency, affinity and anti-affinity.</summary>
    public IEnumerable<Demand> All()
    {
        if (_relation.MaxLatencyMs is { } most) yield return Latency(most);
        if (_relation.Affinity is { } shared)
        {
            yield return Rule("affinity", $"{Ends} share one {Wording.Name(shared)}", static relation => relation with { Affinity = null }) with
            {
                Changes = _ => Kinds(Wider(shared), shared, static (relation, kind) => relation with { Affinity = kind }),
            };
        }

        if (_relation.AntiAffinity is { } apart)
        {
            yield return Rule("antiAffinity", $"{Ends} share no {Wording.Name(apart)}", static relation => relation with { AntiAffinity = null }) with
            {
                Changes = _ => Kinds(Narrower(apart), apart, static (relation, kind) => relation with { AntiAffinity = kind }),
            };
        }
    }

    private Demand Latency(decimal most)
    {
        string scope = _relation.Scope == LatencyScope.All ? "all their pools" : "the nearest pool";
        return Rule("maxLatencyMs", $"{Ends} are within {Figure(most)} ms to {scope}", static relation => relation with { MaxLatencyMs = null }) with
        {
            Changes = pools =>
            {
                decimal[] wider = LatencySteps.Above(Locations(pools[_relation.From]).SelectMany(_ => Locations(pools[_relation.To]), problem.Market.Latencies.Micros), most);
                return new MonotoneChanges(wider.Length, step => new Change(
                    $"{Figure(wider[step])} ms instead of {Figure(most)} ms", order => order.WithRelation(index, relation => relation with { MaxLatencyMs = wider[step] })));
            },
        };
    }

    private ListedChanges Kinds(IEnumerable<Domain> kinds, Domain before, Func<Relation, Domain, Relation> with) => new(kinds.Select(kind => new Change(
        $"the same {Wording.Name(kind)} in place of the {Wording.Name(before)}", order => order.WithRelation(index, relation => with(relation, kind)))));

    private static IEnumerable<Domain> Wider(Domain kind) => kind == Domain.Provider ? [] : Widening.SkipWhile(other => other != kind).Skip(1).Append(Domain.Provider).Where(other => other != Domain.Provider || kind is Domain.Pool or Domain.Zone);

    private static IEnumerable<Domain> Narrower(Domain kind) => kind == Domain.Provider ? [Domain.Zone, Domain.Pool] : Widening.TakeWhile(other => other != kind).Reverse();

    private Demand Rule(string member, string text, Func<Relation, Relation> without) =>
        new($"relations[{index}].{member}", text, DemandKind.Rule, [_relation.From, _relation.To], order => order.WithRelation(index, without));

    private int[] Locations(PoolSet pools) => [.. pools.Members.Select(pool => problem.Pools[pool].Location).Distinct()];

    private static string Figure(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
