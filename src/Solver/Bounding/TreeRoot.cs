namespace Fulcrum.Solver.Bounding;

/// <summary>What an item and its group cost, seen from the item: for each of some cases, one of which applies to every plan, or at least so much.</summary>
/// <param name="List">Sites of the item.</param>
/// <param name="Earned">What the item earns at a site, once; empty when nothing.</param>
/// <param name="Cases">Cases, cheapest first.</param>
/// <param name="Otherwise">What holds in every other case; null when there is none.</param>
internal sealed record TreeRoot(SiteList List, long[] Earned, TreeRoot.Case[] Cases, TreeRoot.Case? Otherwise)
{
    /// <summary>A case.</summary>
    /// <param name="Least">Least cost of the group, or infinite.</param>
    /// <param name="Behind">Cost of what is behind the item.</param>
    /// <param name="Target">Site of the target of the item's relation in this case, −1 when that is no matter.</param>
    /// <param name="PerReplica">Cost of a replica by position of the site.</param>
    /// <param name="Filled">The cheapest filling of the item.</param>
    public sealed record Case(long Least, long Behind, int Target, long[] PerReplica, Filled Filled);

    /// <summary>Least cost of the group, or infinite.</summary>
    public long Least => Math.Min(Cases.Length == 0 ? Cost.Infinite : Cases[0].Least, Otherwise?.Least ?? Cost.Infinite);

    /// <summary>The least cost of the group when the item has a replica at a site that costs so much more than the cheapest there.</summary>
    public long With(int site, long more)
    {
        long least = Otherwise is null ? Cost.Infinite : With(Otherwise, site, more);
        foreach (Case known in Cases)
        {
            if (known.Least >= least) break;
            least = Math.Min(least, With(known, site, more));
        }

        return least;
    }

    /// <summary>The cheapest case with a replica at a site, if one is given; null when there is none.</summary>
    public Case? Best(int? site) => Cases.Length == 0 ? null : site is { } forced ? Cases.MinBy(known => With(known, forced, more: 0)) : Cases[0];

    private long With(Case known, int site, long more)
    {
        if (known.Least >= Cost.Infinite || known.PerReplica[site] >= Cost.Infinite) return Cost.Infinite;
        long earned = Earned.Length == 0 ? 0 : Earned[site];
        return Math.Max(known.Least, Cost.Add(known.Behind, known.Filled.With(List.SlotOf[site], known.PerReplica[site] + more - earned)));
    }
}
