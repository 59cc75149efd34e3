namespace Fulcrum.Solver.Bounding;

/// <summary>What having one replica of an item at each site costs its group beyond the least, whatever the items that start relations to it want.</summary>
internal static class Extras
{
    /// <summary>The extra costs of an item from which its group is seen, by position of the site; infinite where no replica can be.</summary>
    public static long[] Of(TreeRoot root)
    {
        long[] extras = new long[root.List.Count];
        long least = root.Least;
        for (int site = 0; site < extras.Length; site++)
        {
            long with = root.With(site, more: 0);
            extras[site] = with >= Cost.Infinite ? Cost.Infinite : Math.Max(0, with - least);
        }

        return extras;
    }
}
