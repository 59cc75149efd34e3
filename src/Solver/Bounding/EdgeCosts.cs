namespace Fulcrum.Solver.Bounding;

/// <summary>What relations make replicas cost.</summary>
internal static class EdgeCosts
{
    /// <summary>Adds to the cost of each site of the first item what the nearest replica of the other costs it.</summary>
    public static void AddNearest(Edge edge, Nearness nearness, long[] perReplica)
    {
        long[] nearest = NearestByPlace(edge, nearness);
        SiteList source = edge.From;
        for (int site = 0; site < perReplica.Length; site++)
        {
            if (perReplica[site] >= Cost.Infinite) continue;
            int place = source.PlaceOf[site];
            long cost = Cost.Add(nearest[place], edge.Traffic[source.Providers[site]]);
            int other = edge.ToSiteOf[site];
            if (other >= 0 && nearness.BySite[other] < Cost.Infinite) cost = Math.Min(cost, Cost.Add(nearness.BySite[other], edge.Between(place, edge.To.PlaceOf[other])));
            perReplica[site] = Cost.Add(perReplica[site], cost);
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

        long[] message = [.. edge.To.PlaceOf.Select(place => byPlace[place])];
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
            ReadOnlySpan<long> between = edge.BetweenFrom(place);
            long least = Cost.Infinite;
            for (int other = 0; other < between.Length; other++) least = Math.Min(least, nearness.ByPlace[other] + between[other]);
            nearest[place] = least;
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
