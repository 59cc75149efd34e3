using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Screening;

/// <summary>Holds the ways of an item against the free amounts of their pools.</summary>
internal static class FreeAmounts
{
    /// <summary>Keeps the ways of which one replica fits, counts how many do, and keeps the pools that have such a way.</summary>
    public static void Keep(ItemScreening screening)
    {
        WayTable ways = screening.Ways;
        Supply supply = screening.Supply;
        OfferShape demand = OfferShape.Of(supply.ClassNumbers, screening.Definition.Resources);
        int[] scarce = new int[supply.Classes.Length];
        int way = 0;
        int kept = 0;
        screening.Keep(pool =>
        {
            int before = kept;
            int first = way;
            for (; way < ways.Count && ways.Pools[way] == pool; way++)
            {
                int most = Fit(supply, ShapeOf(supply, ways, way, demand), pool, screening.Definition.Quantity);
                if (most == 0) continue;
                ways.Move(way, kept);
                ways.MostReplicas[kept++] = most;
            }

            if (kept > before || way == first) return true;
            scarce[Scarce(supply, ShapeOf(supply, ways, first, demand), pool)]++;
            return false;
        });
        ways.Truncate(kept);
        for (int number = 0; number < scarce.Length; number++)
        {
            if (scarce[number] > 0) screening.Reasons.Add($"too little {supply.ClassNumbers.Values[number]} free for one replica", scarce[number]);
        }
    }

    /// <summary>Replicas of a shape that fit into a pool, at most so many.</summary>
    public static int Fit(Supply supply, OfferShape shape, int pool, int most)
    {
        for (int i = 0; i < shape.Classes.Length; i++)
        {
            long free = supply.Classes[shape.Classes[i]].Free[pool];
            if (shape.Amounts[i] > 0 && free / most < shape.Amounts[i]) most = (int)(free / shape.Amounts[i]);
            if (most == 0) return 0;
        }

        return most;
    }

    private static OfferShape ShapeOf(Supply supply, WayTable ways, int way, OfferShape demand) =>
        ways.Shapes[way] == WayTable.FreeForm ? demand : supply.Offers.DistinctShapes[ways.Shapes[way]];

    private static int Scarce(Supply supply, OfferShape shape, int pool)
    {
        int position = 0;
        while (supply.Classes[shape.Classes[position]].Free[pool] >= shape.Amounts[position]) position++;
        return shape.Classes[position];
    }
}
