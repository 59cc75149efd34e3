namespace Fulcrum.Solver.Bounding;

/// <summary>What an item and its tree cost, with the cost of a replica at each site.</summary>
/// <param name="PerReplica">Cost of a replica by position of the site.</param>
/// <param name="Least">Least cost of the tree, or infinite.</param>
/// <param name="Filled">The cheapest filling of the item.</param>
/// <param name="Absorbed">By position of the site, what other items may already have paid for having a replica there.</param>
internal sealed record TreeRoot(long[] PerReplica, long Least, Filled Filled, long[] Absorbed)
{
    /// <summary>The least cost of the tree when the item has a replica of a cost at a site.</summary>
    public long With(int site, long replicaCost) => Least >= Cost.Infinite
        ? Cost.Infinite
        : Cost.Add(Least, Math.Max(0, Filled.Extra(site, replicaCost) - Absorbed[site]));
}
