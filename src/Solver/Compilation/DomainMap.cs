using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Compilation;

/// <summary>Which domain of one kind each pool belongs to.</summary>
internal sealed class DomainMap
{
    private readonly int[] _ofPool;

    private DomainMap(int[] ofPool) => _ofPool = ofPool;

    /// <summary>The domain of a pool: equal numbers are the same domain.</summary>
    public int Of(int pool) => _ofPool[pool];

    /// <summary>The domains of one kind in the vocabulary of orders.</summary>
    public static DomainMap Of(PlacementProblem problem, Domain kind) => kind switch
    {
        Domain.Pool => new DomainMap([.. Enumerable.Range(0, problem.Pools.Count)]),
        Domain.Zone => Group(problem, ZoneKey),
        Domain.Location => Group(problem, (pool, _) => pool.Location),
        Domain.Country => Group(problem, (pool, _) => problem.Market.Locations[pool.Location].Country),
        Domain.Provider => new DomainMap([.. problem.Pools.Select(pool => pool.Provider)]),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of domain."),
    };

    /// <summary>Pools of the same provider at the same location: traffic between them does not leave.</summary>
    public static DomainMap Sites(PlacementProblem problem) => Group(problem, (pool, _) => (pool.Provider, pool.Location));

    private static (int, int, string?, int) ZoneKey(ResourcePool pool, int index) =>
        pool.Zone is null ? (pool.Provider, pool.Location, null, index) : (pool.Provider, pool.Location, pool.Zone, -1);

    private static DomainMap Group<TKey>(PlacementProblem problem, Func<ResourcePool, int, TKey> key)
        where TKey : notnull
    {
        Dictionary<TKey, int> known = [];
        int[] ofPool = new int[problem.Pools.Count];
        for (int pool = 0; pool < ofPool.Length; pool++)
        {
            TKey value = key(problem.Pools[pool], pool);
            if (!known.TryGetValue(value, out ofPool[pool])) known[value] = ofPool[pool] = known.Count;
        }

        return new DomainMap(ofPool);
    }
}
