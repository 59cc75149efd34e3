using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Explanation;

/// <summary>Which pools sell a demand, and how much of it at most.</summary>
internal sealed class PoolSupply
{
    private readonly PoolStock _stock;
    private readonly IReadOnlyDictionary<string, long> _demand;

    /// <summary>The supply of a demand.</summary>
    public PoolSupply(PlacementProblem problem, PoolStock stock, IReadOnlyDictionary<string, long> demand)
    {
        _stock = stock;
        _demand = demand;
        IReadOnlyDictionary<string, long>[][] shapes = [.. problem.Pools.Select((pool, index) => Shapes(pool, index).ToArray())];
        Sells = PoolSet.Where(shapes.Length, pool => shapes[pool].Length > 0);
        HasRoom = PoolSet.Where(shapes.Length, pool => shapes[pool].Length == 0 || Array.Exists(shapes[pool], shape => stock.Replicas(pool, shape, most: 1) > 0));
    }

    /// <summary>Pools with an offer or a price book that covers the demand in amounts the inventory admits.</summary>
    public PoolSet Sells { get; }

    /// <summary>Pools with room for one replica, and those that do not sell it at all.</summary>
    public PoolSet HasRoom { get; }

    /// <summary>No pool of the set serves more replicas than the demand itself fits there; at most <paramref name="wanted"/>.</summary>
    public int MostReplicas(PoolSet pools, int wanted)
    {
        int left = wanted;
        foreach (int pool in pools.Members)
        {
            left -= _stock.Replicas(pool, _demand, left);
            if (left == 0) break;
        }

        return wanted - left;
    }

    private IEnumerable<IReadOnlyDictionary<string, long>> Shapes(ResourcePool pool, int index)
    {
        IEnumerable<IReadOnlyDictionary<string, long>> shapes = pool.Offers.Select(static offer => offer.Resources).Where(Covers);
        if (pool.PriceBook is { } book && _demand.Keys.All(book.ContainsKey)) shapes = shapes.Append(_demand);
        return shapes.Where(shape => _stock.Admits(index, shape));
    }

    private bool Covers(IReadOnlyDictionary<string, long> offered) =>
        _demand.All(entry => offered.TryGetValue(entry.Key, out long amount) && amount >= entry.Value);
}
