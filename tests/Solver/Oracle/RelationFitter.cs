using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>Relations between items that a planted plan meets at the edge.</summary>
internal sealed class RelationFitter(Prng random, PlantedPlan planted, PlacementFitter edges)
{
    public IEnumerable<Relation> Fit()
    {
        int items = planted.Problem.Order.Items.Count;
        if (items == 1) yield break;
        for (int relations = random.Pick(0, 1, 1, 2, 3); relations > 0; relations--)
        {
            int[] ends = random.Shuffled(Enumerable.Range(0, items));
            yield return Between(ends[0], ends[1]);
        }
    }

    private Relation Between(int from, int to)
    {
        LatencyScope scope = random.Pick(LatencyScope.Nearest, LatencyScope.All);
        long[][] latencies = [.. planted.PoolsOf(from).Select(left => planted.PoolsOf(to).Select(right => planted.Latency(left, right.Location)).ToArray())];
        long edge = scope == LatencyScope.All ? latencies.Max(each => each.Max()) : latencies.Max(each => each.Min());
        Domain[] kinds = random.Shuffled(Enum.GetValues<Domain>());
        return new()
        {
            From = from,
            To = to,
            Scope = scope,
            MaxLatencyMs = random.Percent(45) ? edges.EdgeMs(edge) : null,
            TrafficGiBMonthly = edges.Volume(),
            ValuePerMsMicros = edges.Value(),
            Affinity = random.Percent(50) && kinds.Any(kind => AreTogether(from, to, kind)) ? kinds.First(kind => AreTogether(from, to, kind)) : null,
            AntiAffinity = random.Percent(30) && kinds.Any(kind => AreApart(from, to, kind)) ? kinds.First(kind => AreApart(from, to, kind)) : null,
        };
    }

    private bool AreTogether(int from, int to, Domain kind) =>
        planted.DomainsOf(from, kind).Concat(planted.DomainsOf(to, kind)).Distinct(StringComparer.Ordinal).Count() == 1;

    private bool AreApart(int from, int to, Domain kind) =>
        !planted.DomainsOf(from, kind).Intersect(planted.DomainsOf(to, kind), StringComparer.Ordinal).Any();
}
