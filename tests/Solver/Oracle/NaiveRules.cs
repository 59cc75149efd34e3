using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>The rules that look at more than one way of a plan.</summary>
internal sealed class NaiveRules(PlacementProblem problem, Way[][] ways)
{
    private readonly string[][] _domains = [.. Enum.GetValues<Domain>().Select(kind =>
        Enumerable.Range(0, problem.Pools.Count).Select(pool => DomainName(problem, pool, kind)).ToArray())];

    public bool Hold(int[][] counts, Worth worth)
    {
        OrderPolicy policy = problem.Order.Policy;
        if (policy.BudgetMicros < worth.Price) return false;
        for (int item = 0; item < counts.Length; item++)
        {
            if (!problem.Order.Items[item].Spread.All(rule => IsSpread(counts, item, rule))) return false;
            if (!problem.Order.Items[item].Survive.All(rule => Survives(counts, item, rule))) return false;
        }

        return problem.Order.Relations.All(relation => Holds(counts, relation)) && ProvidersHold(counts, policy, worth);
    }

    private bool ProvidersHold(int[][] counts, OrderPolicy policy, Worth worth)
    {
        if (policy.MinProviders is null && policy.MaxProviders is null && policy.MaxProviderShareMillionths is null) return true;
        Dictionary<int, long> priceAt = [];
        for (int item = 0; item < counts.Length; item++)
        {
            for (int index = 0; index < counts[item].Length; index++)
            {
                if (counts[item][index] == 0) continue;
                Way way = ways[item][index];
                int provider = problem.Pools[way.Pool].Provider;
                priceAt[provider] = priceAt.GetValueOrDefault(provider) + (way.Price!.Value * counts[item][index]);
            }
        }

        if (priceAt.Count < policy.MinProviders || priceAt.Count > policy.MaxProviders) return false;
        return policy.MaxProviderShareMillionths is not { } share
            || priceAt.Values.All(price => (Int128)price * 1_000_000 <= (Int128)share * worth.Resources);
    }

    private bool Holds(int[][] counts, Relation relation)
    {
        int[] from = PoolsUsed(counts, relation.From);
        int[] to = PoolsUsed(counts, relation.To);
        if (relation.MaxLatencyMs is { } bound)
        {
            bool Near(int left, int right) => WayTable.IsWithin(
                problem.Market.Latencies.Micros(problem.Pools[left].Location, problem.Pools[right].Location), bound);
            bool near = relation.Scope == LatencyScope.All
                ? from.All(left => to.All(right => Near(left, right)))
                : from.All(left => to.Any(right => Near(left, right)));
            if (!near) return false;
        }

        if (relation.Affinity is { } same)
        {
            string[] left = [.. from.Select(pool => _domains[(int)same][pool]).Distinct()];
            string[] right = [.. to.Select(pool => _domains[(int)same][pool]).Distinct()];
            if (left.Length != 1 || right.Length != 1 || left[0] != right[0]) return false;
        }

        return relation.AntiAffinity is not { } apart
            || !from.Select(pool => _domains[(int)apart][pool]).Intersect(to.Select(pool => _domains[(int)apart][pool])).Any();
    }

    private bool IsSpread(int[][] counts, int item, SpreadRule rule)
    {
        int quantity = problem.Order.Items[item].Quantity;
        Dictionary<string, int> replicas = ReplicasPerDomain(counts, item, rule.By);
        if (replicas.Count < rule.MinDomains) return false;
        if (replicas.Values.Any(count => count > rule.Max)) return false;
        return rule.MaxShareMillionths is not { } share
            || replicas.Values.All(count => count <= Math.Max(1, (long)share * quantity / 1_000_000));
    }

    private bool Survives(int[][] counts, int item, SurviveRule rule)
    {
        Dictionary<string, int> replicas = ReplicasPerDomain(counts, item, rule.LossOf);
        return replicas.Keys.All(lost => replicas.Where(entry => entry.Key != lost).Sum(entry => entry.Value) >= rule.MinReplicas);
    }

    private Dictionary<string, int> ReplicasPerDomain(int[][] counts, int item, Domain kind)
    {
        Dictionary<string, int> replicas = [];
        for (int index = 0; index < counts[item].Length; index++)
        {
            if (counts[item][index] == 0) continue;
            string domain = _domains[(int)kind][ways[item][index].Pool];
            replicas[domain] = replicas.GetValueOrDefault(domain) + counts[item][index];
        }

        return replicas;
    }

    private int[] PoolsUsed(int[][] counts, int item) =>
        [.. Enumerable.Range(0, counts[item].Length).Where(index => counts[item][index] > 0).Select(index => ways[item][index].Pool).Distinct()];

    private static string DomainName(PlacementProblem problem, int index, Domain kind)
    {
        ResourcePool pool = problem.Pools[index];
        return kind switch
        {
            Domain.Pool => $"{index}",
            Domain.Zone => pool.Zone is null ? $"pool {index}" : $"zone {pool.Provider} {pool.Location} {pool.Zone}",
            Domain.Location => $"{pool.Location}",
            Domain.Country => problem.Market.Locations[pool.Location].Country,
            _ => $"{pool.Provider}",
        };
    }
}
