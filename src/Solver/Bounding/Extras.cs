namespace Fulcrum.Solver.Bounding;

/// <summary>What having one replica of an item somewhere costs beyond its cheapest filling, whatever the items that start relations to it want.</summary>
/// <param name="Least">Cost of the cheapest filling, or infinite.</param>
/// <param name="BySite">By position of the site; infinite where no replica can be.</param>
/// <param name="ByPlace">The least by place.</param>
internal sealed record Extras(long Least, long[] BySite, long[] ByPlace)
{
    /// <summary>The extras of an item, of which a replica costs so much at each site.</summary>
    public static Extras Of(SiteList list, Filled filled, long[] perReplica)
    {
        long[] byPlace = new long[list.Places.Length];
        Array.Fill(byPlace, Cost.Infinite);
        long[] bySite = new long[list.Count];
        for (int site = 0; site < bySite.Length; site++)
        {
            long extra = bySite[site] = filled.Extra(list.SlotOf[site], perReplica[site]);
            if (extra < byPlace[list.PlaceOf[site]]) byPlace[list.PlaceOf[site]] = extra;
        }

        return new Extras(filled.Least, bySite, byPlace);
    }

    /// <summary>Every site, none at an extra cost.</summary>
    public static Extras Free(SiteList list) => new(0, new long[list.Count], new long[list.Places.Length]);
}
