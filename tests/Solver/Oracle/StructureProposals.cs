using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>Rules over several pools that a planted plan meets at the edge: spread, survival, relations.</summary>
internal static class StructureProposals
{
    /// <summary>How often each rule of relations is proposed for one of an item; most find no room.</summary>
    private const int RelationChances = 2;

    public static IReadOnlyList<Func<Edge, PlacementProblem?>> All { get; } =
    [
        .. Enum.GetValues<Domain>().SelectMany(OfDomain),
        .. Enumerable.Repeat(OfRelations, RelationChances).SelectMany(proposals => proposals()),
    ];

    private static IEnumerable<Func<Edge, PlacementProblem?>> OfDomain(Domain kind) =>
    [
        edge => Spread(edge, kind, (replicas, _) => new(kind, Max: Math.Max(1, replicas.Max() - edge.Slip))),
        edge => Spread(edge, kind, (replicas, quantity) => new(kind, MaxShareMillionths: Share(edge, replicas.Max(), quantity))),
        edge => Spread(edge, kind, (replicas, _) => new(kind, MinDomains: replicas.Length + edge.Slip)),
        edge => Survive(edge, kind),
    ];

    private static IEnumerable<Func<Edge, PlacementProblem?>> OfRelations() =>
    [
        edge => Relate(edge, relation => Latency(edge, relation, LatencyScope.Nearest)),
        edge => Relate(edge, relation => Latency(edge, relation, LatencyScope.All)),
        edge => Relate(edge, relation => Latency(edge, relation, LatencyScope.All)),
        .. Enum.GetValues<Domain>().Select<Domain, Func<Edge, PlacementProblem?>>(kind => edge => Relate(edge, relation => Affinity(edge, relation, kind))),
        .. Enum.GetValues<Domain>().Select<Domain, Func<Edge, PlacementProblem?>>(kind => edge => Relate(edge, relation => AntiAffinity(edge, relation, kind))),
    ];

    private static PlacementProblem Spread(Edge edge, Domain kind, Func<int[], int, SpreadRule> rule)
    {
        int item = edge.AnyItem();
        SpreadRule added = rule(edge.Planted.Replicas(item, kind), edge.Problem.Order.Items[item].Quantity);
        return edge.WithItem(item, each => each with { Spread = [.. each.Spread, added] });
    }

    /// <summary>The least share in millionths that allows so many; sometimes cut off, which one replica always survives.</summary>
    private static int Share(Edge edge, int most, int quantity) => edge.Slip == 1 || (most == 1 && edge.Random.Percent(30))
        ? Math.Max(0, (int)(((most * 1_000_000L) + quantity - 1) / quantity) - 1)
        : (int)(((most * 1_000_000L) + quantity - 1) / quantity);

    private static PlacementProblem? Survive(Edge edge, Domain kind)
    {
        int item = edge.AnyItem();
        int left = edge.Problem.Order.Items[item].Quantity - edge.Planted.Replicas(item, kind).Max();
        if (left == 0) return null;
        SurviveRule added = new(kind, left + edge.Slip);
        return edge.WithItem(item, each => each with { Survive = [.. each.Survive, added] });
    }

    private static PlacementProblem? Relate(Edge edge, Func<Relation, Relation?> change)
    {
        List<Relation> relations = [.. edge.Problem.Order.Relations];
        if (edge.Problem.Order.Items.Count == 1) return null;
        if (relations.Count == 0 || edge.Random.Percent(20))
        {
            int[] ends = edge.Random.Shuffled(Enumerable.Range(0, edge.Problem.Order.Items.Count));
            relations.Add(new() { From = ends[0], To = ends[1] });
        }

        int chosen = edge.Random.Between(0, relations.Count - 1);
        if (change(relations[chosen]) is not { } changed) return null;
        relations[chosen] = changed;
        return edge.Problem with { Order = edge.Problem.Order with { Relations = relations } };
    }

    private static Relation Latency(Edge edge, Relation relation, LatencyScope scope)
    {
        int[] to = edge.Planted.PoolsOf(relation.To);
        long[][] latencies = [.. edge.Planted.PoolsOf(relation.From).Select(from =>
            to.Select(pool => edge.Planted.Latency(from, edge.Problem.Pools[pool].Location)).ToArray())];
        long decisive = scope == LatencyScope.All ? latencies.Max(each => each.Max()) : latencies.Max(each => each.Min());
        return relation with { Scope = scope, MaxLatencyMs = edge.Milliseconds(decisive) };
    }

    private static Relation? Affinity(Edge edge, Relation relation, Domain kind) =>
        edge.Planted.DomainsOf(relation.From, kind).Union(edge.Planted.DomainsOf(relation.To, kind), StringComparer.Ordinal).Count() == 1
            ? relation with { Affinity = kind }
            : null;

    private static Relation? AntiAffinity(Edge edge, Relation relation, Domain kind) =>
        edge.Planted.DomainsOf(relation.From, kind).Intersect(edge.Planted.DomainsOf(relation.To, kind), StringComparer.Ordinal).Any()
            ? null
            : relation with { AntiAffinity = kind };
}
