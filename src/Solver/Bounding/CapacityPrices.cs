using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Bounding;

/// <summary>What a unit of a class costs in pools that relaxed answers overfill: items together have no more than is free, so that its whole price comes off the bound.</summary>
internal sealed class CapacityPrices(Supply supply)
{
    /// <summary>Prices stay so far below what sums can hold.</summary>
    private const double Headroom = 16;

    private readonly Dictionary<(int Pool, int Class), long> _prices = [];
    private readonly Dictionary<(int Pool, int Class), long> _kept = [];
    private readonly HashSet<int> _pools = [];

    /// <summary>The price of all that is free.</summary>
    public long Loss => _prices.Sum(entry => entry.Value * supply.Classes[entry.Key.Class].Free[entry.Key.Pool]);

    /// <summary>Whether nothing has a price.</summary>
    public bool IsEmpty => _pools.Count == 0;

    /// <summary>What the units that a replica takes cost.</summary>
    public long Of(ScreenedItem item, int way)
    {
        if (IsEmpty) return 0;
        int pool = item.Ways.Pools[way];
        if (!_pools.Contains(pool)) return 0;
        OfferShape shape = item.ShapeOf(way);
        long sum = 0;
        for (int i = 0; i < shape.Classes.Length; i++) sum += _prices.GetValueOrDefault((pool, shape.Classes[i])) * shape.Amounts[i];
        return sum;
    }

    /// <summary>How the bound changes with prices, each measured by what all that is free costs, given what a relaxed answer takes.</summary>
    public Dictionary<(int Pool, int Class), double> Slopes(IReadOnlyDictionary<(int Pool, int Class), double> taken)
    {
        Dictionary<(int, int), double> slopes = [];
        foreach ((int pool, int number) in taken.Keys.Concat(_prices.Keys).Distinct())
        {
            double slope = (taken.GetValueOrDefault((pool, number)) / Math.Max(1, supply.Classes[number].Free[pool])) - 1;
            if (slope > 0 || _prices.GetValueOrDefault((pool, number)) > 0) slopes[(pool, number)] = slope;
        }

        return slopes;
    }

    /// <summary>Changes the price of all that is free of a class in a pool.</summary>
    /// <returns>Whether the price of a unit has changed.</returns>
    public bool Move((int Pool, int Class) key, double change)
    {
        long free = Math.Max(1, supply.Classes[key.Class].Free[key.Pool]);
        long before = _prices.GetValueOrDefault(key);
        long after = (long)Math.Clamp(before + (change / free), 0, (double)Cost.Largest / free / Headroom);
        if (after == before) return false;
        _prices[key] = after;
        _pools.Add(key.Pool);
        return true;
    }

    /// <summary>Takes over the prices of the same pools.</summary>
    public void Take(CapacityPrices other)
    {
        foreach (((int, int) key, long price) in other._prices) _prices[key] = price;
        _pools.UnionWith(other._pools);
    }

    /// <summary>Keeps the present prices, to go back to.</summary>
    public void Remember()
    {
        _kept.Clear();
        foreach (((int, int) key, long price) in _prices) _kept[key] = price;
    }

    /// <summary>Goes back to the prices kept last.</summary>
    public void Recall()
    {
        foreach ((int, int) key in _prices.Keys.ToArray()) _prices[key] = _kept.GetValueOrDefault(key);
    }
}
