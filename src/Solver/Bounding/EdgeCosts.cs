namespace Fulcrum.Solver.Bounding;

/// <summary>What relations make replicas cost.</summary>
internal static class EdgeCosts
{
    /// <summary>Adds to the cost of each site of the first item what the nearest replica of the other costs it.</summary>
    /// <param name="edge">The relation.</param>
    /// <param name="nearness">What being near each site of the other costs.</param>
    /// <param name="traffic">What traffic that leaves costs, by slot of the first item.</param>
    /// <param name="perReplica">Costs by site, to be added to.</param>
    public static void AddNearest(Edge edge, Nearness nearness, ReadOnlySpan<long> traffic, Span<long> perReplica)
    {
        long[] nearest = NearestByPlace(edge, nearness);
        (int[] placeOf, int[] slotOf, int[] toSiteOf, int[] toPlaceOf) = (edge.From.PlaceOf, edge.From.SlotOf, edge.ToSiteOf, edge.To.PlaceOf);
        long[] bySite = nearness.BySite;
        for (int site = 0; site < perReplica.Length; site++)
        {
            if (perReplica[site] >= Cost.Infinite) continue;
            int place = placeOf[site];
            long cost = unchecked(nearest[place] + traffic[slotOf[site]]);
            int other = toSiteOf[site];
            if (other >= 0) cost = Math.Min(cost, unchecked(bySite[other] + edge.Between(place, toPlaceOf[other])));
            perReplica[site] = Math.Min(Cost.Infinite, unchecked(perReplica[site] + cost));
        }
    }

    /// <summary>What the place of a neighbour makes each site of an item cost.</summary>
    public static void AddPlaced(int item, long[] perReplica, Edge edge, List<(int Block, int Replicas)> placed)
    {
        bool isFirst = edge.Relation.From == item;
        SiteList other = isFirst ? edge.To : edge.From;
        int[] sites = [.. placed.Select(choice => other.SiteOfBlock(choice.Block)).Distinct()];
        if (sites.Length == 0) return;
        for (int site = 0; site < perReplica.Length; site++)
        {
            if (perReplica[site] >= Cost.Infinite) continue;
            long least = Cost.Infinite;
            foreach (int target in sites)
            {
                (int from, int to) = isFirst ? (site, target) : (target, site);
                bool stays = edge.ToSiteOf[from] == to;
                long between = edge.Between(edge.From.PlaceOf[from], edge.To.PlaceOf[to]);
                least = Math.Min(least, Cost.Add(between, stays ? 0 : edge.Traffic[edge.From.Providers[from]]));
            }

            perReplica[site] = Cost.Add(perReplica[site], least);
        }
    }

    /// <summary>What a first item of one replica costs by site of the other.</summary>
    /// <param name="edge">The relation.</param>
    /// <param name="perReplica">Its costs by site.</param>
    /// <param name="leaving">The same with its traffic.</param>
    /// <param name="shares">Fixed costs by slot.</param>
    public static long[] FromOne(Edge edge, long[] perReplica, long[] leaving, long[] shares)
    {
        SiteList source = edge.From;
        long[] least = LeastByPlace(source, leaving, shares);
        long[] byPlace = new long[edge.To.Places.Length];
        Array.Fill(byPlace, Cost.Infinite);
        for (int place = 0; place < byPlace.Length; place++)
        {
            for (int from = 0; from < least.Length; from++) byPlace[place] = Math.Min(byPlace[place], Cost.Add(least[from], edge.Between(from, place)));
        }

        int[] toPlaceOf = edge.To.PlaceOf;
        long[] message = new long[toPlaceOf.Length];
        for (int site = 0; site < message.Length; site++) message[site] = byPlace[toPlaceOf[site]];
        for (int site = 0; site < source.Count; site++)
        {
            int other = edge.ToSiteOf[site];
            if (other >= 0) message[other] = Math.Min(message[other], Cost.Add(Cost.Add(perReplica[site], shares[source.SlotOf[site]]), edge.Between(source.PlaceOf[site], edge.To.PlaceOf[other])));
        }

        return message;
    }

    private static long[] NearestByPlace(Edge edge, Nearness nearness)
    {
        long[] nearest = new long[edge.From.Places.Length];
        for (int place = 0; place < nearest.Length; place++)
        {
            nearest[place] = Cost.LeastSum(nearness.ByPlace, edge.BetweenFrom(place));
        }

        return nearest;
    }

    /// <summary>By place, the least that a filling with a replica there costs more.</summary>
    private static long[] LeastByPlace(SiteList list, long[] perReplica, long[] surcharges)
    {
        long[] least = new long[list.Places.Length];
        Array.Fill(least, Cost.Infinite);
        for (int site = 0; site < perReplica.Length; site++)
        {
            ref long known = ref least[list.PlaceOf[site]];
            known = Math.Min(known, Cost.Add(perReplica[site], surcharges[list.SlotOf[site]]));
        }

        return least;
    }
}
