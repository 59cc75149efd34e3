namespace Fulcrum.Solver.Bounding;

/// <summary>What being nearest to a replica of the other item of a relation costs a replica of the first, beside latency and traffic.</summary>
/// <param name="BySite">By position among the sites of the other item; infinite where it cannot be.</param>
/// <param name="ByPlace">The least by place of the other item.</param>
/// <param name="Cheapest">The site of the least by place; −1 where there is none.</param>
internal sealed record Nearness(long[] BySite, long[] ByPlace, int[] Cheapest)
{
    /// <summary>From costs by site.</summary>
    public static Nearness Of(SiteList list, long[] bySite)
    {
        long[] byPlace = new long[list.Places.Length];
        int[] cheapest = new int[list.Places.Length];
        Array.Fill(byPlace, Cost.Infinite);
        Array.Fill(cheapest, -1);
        for (int site = 0; site < bySite.Length; site++)
        {
            int place = list.PlaceOf[site];
            if (bySite[site] < byPlace[place]) (byPlace[place], cheapest[place]) = (bySite[site], site);
        }

        return new Nearness(bySite, byPlace, cheapest);
    }
}
