namespace Fulcrum.Solver.Bounding;

/// <summary>The cheapest filling of an item.</summary>
/// <param name="Least">Its cost, or infinite when the replicas do not fit.</param>
/// <param name="Chosen">Blocks with replicas; a block may occur more than once.</param>
/// <param name="Surcharges">By slot, what is to be added to the cost of a replica there to get what a filling with that replica costs more; infinite where there is none.</param>
internal sealed record Filled(long Least, List<(int Block, int Replicas)> Chosen, long[] Surcharges)
{
    /// <summary>What a filling with a replica of a cost in a slot costs more, at least.</summary>
    public long Extra(int slot, long cost)
    {
        long surcharge = Surcharges[slot];
        return Least >= Cost.Infinite || cost >= Cost.Infinite || surcharge >= Cost.Infinite ? Cost.Infinite : Math.Max(0, cost + surcharge);
    }
}
