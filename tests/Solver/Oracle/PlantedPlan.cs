using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>A plan drawn at random, to whose figures the rules of a generated problem are fitted.</summary>
internal sealed class PlantedPlan(PlacementProblem problem, NaiveJudge judge, int[][] counts)
{
    public IReadOnlyList<(Way Way, int Count)> Lines { get; } =
        [.. judge.Ways.SelectMany((ways, item) => ways.Select((way, index) => (Way: way, Count: counts[item][index]))).Where(line => line.Count > 0)];

    public int[] PoolsOf(int item) => [.. Lines.Where(line => line.Way.Item == item).Select(line => line.Way.Pool).Distinct()];

    public int[] Pools() => [.. Lines.Select(line => line.Way.Pool).Distinct()];

    public int[] Providers() => [.. Pools().Select(pool => problem.Pools[pool].Provider).Distinct()];

    public Location LocationOf(int pool) => problem.Market.Locations[problem.Pools[pool].Location];

    public string[] DomainsOf(int item, Domain kind) => [.. PoolsOf(item).Select(pool => Name(pool, kind)).Distinct(StringComparer.Ordinal)];

    /// <summary>Replicas of an item in each domain.</summary>
    public int[] Replicas(int item, Domain kind) =>
        [.. Lines.Where(line => line.Way.Item == item)
            .GroupBy(line => Name(line.Way.Pool, kind), line => line.Count, StringComparer.Ordinal)
            .Select(group => group.Sum())];

    public long Latency(int pool, int location) => problem.Market.Latencies.Micros(problem.Pools[pool].Location, location);

    private string Name(int index, Domain kind)
    {
        ResourcePool pool = problem.Pools[index];
        return kind switch
        {
            Domain.Pool => pool.Id,
            Domain.Zone => pool.Zone is null ? pool.Id : $"{pool.Provider}/{pool.Location}/{pool.Zone}",
            Domain.Location => $"{pool.Location}",
            Domain.Country => LocationOf(index).Country,
            _ => $"{pool.Provider}",
        };
    }
}
