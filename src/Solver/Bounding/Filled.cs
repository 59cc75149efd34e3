namespace Fulcrum.Solver.Bounding;

/// <summary>The cheapest filling of an item. What is asked seldom is computed when it is asked.</summary>
internal sealed class Filled
{
    private readonly Filling? _filling;
    private readonly int[] _slots = [];
    private readonly ProviderSplit? _split;
    private readonly long[] _perReplica = [];
    private readonly long[] _fixedCosts;
    private readonly long[] _earned = [];
    private readonly long _before;
    private readonly long[] _sums = [];
    private List<(int Block, int Replicas)>? _chosen;
    private int _slotOfSums = -1;
    private int _countOfSums;

    private Filled(Filling filling, int[] slots, ProviderSplit split, long[] perReplica, long[] fixedCosts, long[] earned)
    {
        (_filling, _slots, _split, _perReplica, _fixedCosts, _earned, Least) = (filling, slots, split, perReplica, fixedCosts, earned, split.Least);
        _sums = new long[split.Quantity + 1];
    }

    private Filled(long least, List<(int Block, int Replicas)> chosen, long[] fixedCosts, long before) => (Least, _chosen, _fixedCosts, _before) = (least, chosen, fixedCosts, before);

    /// <summary>Its cost, or infinite when the replicas do not fit.</summary>
    public long Least { get; }

    /// <summary>Blocks with replicas; a block may occur more than once.</summary>
    public List<(int Block, int Replicas)> Chosen => _chosen ??= _filling!.Chosen(_slots, _split!, _perReplica, _earned);

    /// <summary>A division of replicas among slots.</summary>
    /// <param name="filling">Where it comes from.</param>
    /// <param name="slots">The slots that were looked at.</param>
    /// <param name="split">The division.</param>
    /// <param name="perReplica">Cost of a replica by site.</param>
    /// <param name="fixedCosts">Fixed cost by slot.</param>
    /// <param name="earned">What the first replica earns by site; empty when nothing.</param>
    public static Filled Of(Filling filling, int[] slots, ProviderSplit split, long[] perReplica, long[] fixedCosts, long[] earned) => new(filling, slots, split, perReplica, fixedCosts, earned);

    /// <summary>A filling of which is known only what it costs to put one replica elsewhere: so much without that replica, and the fixed cost of its slot.</summary>
    public static Filled OfOne(long least, List<(int Block, int Replicas)> chosen, long[] fixedCosts, long before) => new(least, chosen, fixedCosts, before);

    /// <summary>What a filling with a replica of a cost in a slot costs more, at least; infinite where there is none.</summary>
    public long Extra(int slot, long cost)
    {
        long with = With(slot, cost);
        return with >= Cost.Infinite ? Cost.Infinite : Math.Max(0, with - Least);
    }

    /// <summary>What a filling with a replica of a cost in a slot costs, at least; infinite where there is none.</summary>
    /// <remarks>With k replicas in the slot it costs no less than the k cheapest there, nor than the replica and the k − 1 cheapest.</remarks>
    public long With(int slot, long cost)
    {
        if (Least >= Cost.Infinite || cost >= Cost.Infinite) return Cost.Infinite;
        if (_filling is null) return Math.Max(Least, cost + _before + _fixedCosts[slot]);
        if (slot != _slotOfSums) (_slotOfSums, _countOfSums) = (slot, _filling.Sums(slot, _perReplica, _earned, _sums));
        int most = Math.Min(_split!.Quantity, Math.Min(_filling.MostInSlot, _countOfSums + 1));
        long best = Cost.Infinite;
        for (int count = 1; count <= most; count++)
        {
            long here = _sums[count - 1] + cost;
            if (count <= _countOfSums) here = Math.Max(here, _sums[count]);
            best = Math.Min(best, Cost.Add(here, Elsewhere(slot, count)));
        }

        return best >= Cost.Infinite ? Cost.Infinite : Math.Max(Least, best);
    }

    /// <summary>The least cost of all other replicas elsewhere when so many are in a slot, which pays its fixed cost; infinite where there is no such filling.</summary>
    public long Elsewhere(int slot, int count)
    {
        int position = Array.IndexOf(_slots, slot);
        int others = _split!.Quantity - count;
        return Cost.Add(position < 0 ? _split.Best(others) : _split.Elsewhere(position, others), _fixedCosts[slot]);
    }
}
