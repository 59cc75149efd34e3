namespace Fulcrum.Solver.Bounding;

/// <summary>What an item and its group cost, with the cost of a replica at each site.</summary>
/// <param name="List">Sites of the item.</param>
/// <param name="PerReplica">Cost of a replica by position of the site.</param>
/// <param name="Least">Least cost of the group, or infinite.</param>
/// <param name="Filled">The cheapest filling of the item.</param>
internal sealed record TreeRoot(SiteList List, long[] PerReplica, long Least, Filled Filled)
{
    /// <summary>The least cost of the group when the item has a replica of a cost at a site.</summary>
    public long With(int site, long replicaCost) =>
        Least >= Cost.Infinite ? Cost.Infinite : Cost.Add(Least, Filled.Extra(List.SlotOf[site], replicaCost));
}
