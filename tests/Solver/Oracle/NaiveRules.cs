using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>The rules that look at more than one way of a plan. Sets are lists of zeros and counts, so that thousands of plans are judged in no time.</summary>
internal sealed class NaiveRules
{
    private readonly PlacementProblem _problem;
    private readonly Way[][] _ways;
    private readonly int[][] _domainOfPool;
    private readonly int[][] _replicas;
    private readonly long[] _priceAt;

    public NaiveRules(PlacementProblem problem, Way[][] ways)
    {
        _problem = problem;
        _ways = ways;
        _domainOfPool = [.. Enum.GetValues<Domain>().Select(kind => Numbered([.. Enumerable.Range(0, problem.Pools.Count).Select(pool => Name(problem, pool, kind))]))];
        _replicas = [.. problem.Order.Items.Select(_ => new int[problem.Pools.Count])];
        _priceAt = new long[problem.Providers.Count];
    }

    public bool Hold(int[][] counts, Worth worth)
    {
        Order order = _problem.Order;
        if (order.Policy.BudgetMicros < worth.Price) return false;
        CountReplicas(counts);
        for (int item = 0; item < counts.Length; item++)
        {
            foreach (SpreadRule rule in order.Items[item].Spread)
            {
                if (!IsSpread(item, rule)) return false;
            }

            foreach (SurviveRule rule in order.Items[item].Survive)
            {
                if (!Survives(item, rule)) return false;
            }
        }

        foreach (Relation relation in order.Relations)
        {
            if (!IsNear(relation) || !IsTogether(relation) || !IsApart(relation)) return false;
        }

        return ProvidersHold(counts, order.Policy, worth);
    }

    private void CountReplicas(int[][] counts)
    {
        for (int item = 0; item < counts.Length; item++)
        {
            Array.Clear(_replicas[item]);
            for (int way = 0; way < counts[item].Length; way++) _replicas[item][_ways[item][way].Pool] += counts[item][way];
        }
    }

    private bool ProvidersHold(int[][] counts, OrderPolicy policy, Worth worth)
    {
        int used = 0;
        for (int provider = 0; provider < _priceAt.Length; provider++)
        {
            bool isUsed = false;
            long price = 0;
            for (int item = 0; item < counts.Length; item++)
            {
                for (int way = 0; way < counts[item].Length; way++)
                {
                    if (counts[item][way] == 0 || _problem.Pools[_ways[item][way].Pool].Provider != provider) continue;
                    isUsed = true;
                    price += _ways[item][way].Price!.Value * counts[item][way];
                }
            }

            if (isUsed) used++;
            if ((Int128)price * 1_000_000 > (Int128)worth.Resources * policy.MaxProviderShareMillionths) return false;
        }

        return !(used < policy.MinProviders) && !(used > policy.MaxProviders);
    }

    private bool IsNear(Relation relation)
    {
        if (relation.MaxLatencyMs is not { } bound) return true;
        for (int from = 0; from < _problem.Pools.Count; from++)
        {
            if (_replicas[relation.From][from] == 0) continue;
            bool one = false, every = true;
            for (int to = 0; to < _problem.Pools.Count; to++)
            {
                if (_replicas[relation.To][to] == 0) continue;
                bool near = WayTable.IsWithin(_problem.Market.Latencies.Micros(_problem.Pools[from].Location, _problem.Pools[to].Location), bound);
                one |= near;
                every &= near;
            }

            if (relation.Scope == LatencyScope.All ? !every : !one) return false;
        }

        return true;
    }

    private bool IsTogether(Relation relation)
    {
        if (relation.Affinity is not { } kind) return true;
        int[] from = PerDomain(relation.From, kind);
        int[] to = PerDomain(relation.To, kind);
        return from.Count(replicas => replicas > 0) == 1
            && to.Count(replicas => replicas > 0) == 1
            && Array.FindIndex(from, replicas => replicas > 0) == Array.FindIndex(to, replicas => replicas > 0);
    }

    private bool IsApart(Relation relation)
    {
        if (relation.AntiAffinity is not { } kind) return true;
        int[] from = PerDomain(relation.From, kind);
        int[] to = PerDomain(relation.To, kind);
        return !Enumerable.Range(0, from.Length).Any(domain => from[domain] > 0 && to[domain] > 0);
    }

    private bool IsSpread(int item, SpreadRule rule)
    {
        long quantity = _problem.Order.Items[item].Quantity;
        int used = 0;
        foreach (int replicas in PerDomain(item, rule.By))
        {
            if (replicas == 0) continue;
            used++;
            if (replicas > rule.Max) return false;
            if (rule.MaxShareMillionths is { } share && replicas > Math.Max(1, share * quantity / 1_000_000)) return false;
        }

        return !(used < rule.MinDomains);
    }

    private bool Survives(int item, SurviveRule rule)
    {
        int[] replicas = PerDomain(item, rule.LossOf);
        for (int lost = 0; lost < replicas.Length; lost++)
        {
            int left = 0;
            for (int other = 0; other < replicas.Length; other++) left += other == lost ? 0 : replicas[other];
            if (left < rule.MinReplicas) return false;
        }

        return true;
    }

    private int[] PerDomain(int item, Domain kind)
    {
        int[] replicas = new int[_problem.Pools.Count];
        for (int pool = 0; pool < replicas.Length; pool++) replicas[_domainOfPool[(int)kind][pool]] += _replicas[item][pool];
        return replicas;
    }

    private static int[] Numbered(string[] names) => [.. names.Select(name => Array.IndexOf(names, name))];

    private static string Name(PlacementProblem problem, int index, Domain kind)
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
