namespace Fulcrum.Solver.Bounding;

/// <summary>The cheapest filling of an item.</summary>
/// <param name="Least">Its cost, or infinite when the replicas do not fit.</param>
/// <param name="Chosen">Blocks with replicas; a block may occur more than once.</param>
/// <param name="Most">Most replicas in a slot that <paramref name="Here"/> and <paramref name="Elsewhere"/> tell of.</param>
/// <param name="Here">By slot, the cost of 0 … most replicas there, without the fixed cost.</param>
/// <param name="Elsewhere">By slot, the cost of all other replicas elsewhere when 0 … most are there, with the slot's fixed cost; infinite where there is no such filling.</param>
internal sealed record Filled(long Least, List<(int Block, int Replicas)> Chosen, int Most, long[] Here, long[] Elsewhere)
{
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
        long best = Cost.Infinite;
        int first = slot * (Most + 1);
        for (int count = 1; count <= Most && Here[first + count - 1] < Cost.Infinite; count++)
        {
            long here = Here[first + count - 1] + cost;
            if (Here[first + count] < Cost.Infinite) here = Math.Max(here, Here[first + count]);
            best = Math.Min(best, Cost.Add(here, Elsewhere[first + count]));
        }

        return best >= Cost.Infinite ? Cost.Infinite : Math.Max(Least, best);
    }
}
