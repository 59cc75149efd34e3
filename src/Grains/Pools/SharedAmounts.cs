using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Grains.Pools;

/// <summary>Keeps equal amounts once: most claims of a pool have one of a few shapes.</summary>
internal sealed class SharedAmounts
{
    private readonly Dictionary<SortedMap<long>, SortedMap<long>> _known = [];

    /// <summary>Amounts equal to the given ones.</summary>
    public SortedMap<long> Share(SortedMap<long> amounts)
    {
        if (_known.TryGetValue(amounts, out SortedMap<long>? shared)) return shared;
        if (_known.Count < PoolLimits.SharedAmountsMax) _known.Add(amounts, amounts);
        return amounts;
    }
}
