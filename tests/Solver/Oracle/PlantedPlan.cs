using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>A plan drawn at random, to whose figures the rules of a generated problem are fitted.</summary>
internal sealed class PlantedPlan
{
    public PlantedPlan(PlacementProblem problem, NaiveJudge judge, int[][] counts)
    {
        Problem = problem;
        Lines = [.. judge.Ways.SelectMany((ways, item) => ways.Select((way, index) => (Way: way, Count: counts[item][index]))).Where(line => line.Count > 0)];
    }

    public PlacementProblem Problem { get; }

    public IReadOnlyList<(Way Way, int Count)> Lines { get; }

    public ResourcePool[] PoolsOf(int item) => [.. Lines.Where(line => line.Way.Item == item).Select(line => line.Way.Pool).Distinct().Select(pool => Problem.Pools[pool])];

    public ResourcePool[] Pools() => [.. Lines.Select(line => line.Way.Pool).Distinct().Select(pool => Problem.Pools[pool])];

    public IEnumerable<Location> LocationsOf(IEnumerable<ResourcePool> pools) => pools.Select(pool => Problem.Market.Locations[pool.Location]);

    public string Domain(ResourcePool pool, Domain kind) => kind switch
    {
        Model.Domain.Pool => pool.Id,
        Model.Domain.Zone => pool.Zone is null ? pool.Id : $"{pool.Provider}/{pool.Location}/{pool.Zone}",
        Model.Domain.Location => $"{pool.Location}",
        Model.Domain.Country => Problem.Market.Locations[pool.Location].Country,
        _ => $"{pool.Provider}",
    };

    public string[] DomainsOf(int item, Domain kind) => [.. PoolsOf(item).Select(pool => Domain(pool, kind)).Distinct(StringComparer.Ordinal)];

    /// <summary>Replicas of an item in each domain.</summary>
    public int[] Replicas(int item, Domain kind) =>
        [.. Lines.Where(line => line.Way.Item == item)
            .GroupBy(line => Domain(Problem.Pools[line.Way.Pool], kind), line => line.Count, StringComparer.Ordinal)
            .Select(group => group.Sum())];

    public long Latency(ResourcePool from, int location) => Problem.Market.Latencies.Micros(from.Location, location);
}
