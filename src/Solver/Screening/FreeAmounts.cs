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
        Span<int> pools = screening.Left;
        ReadOnlySpan<int> poolOf = ways.Pools;
        ReadOnlySpan<int> shapeOf = ways.Shapes;
        ReadOnlySpan<OfferShape> shapes = supply.Offers.Shapes;
        long[][] free = Array.ConvertAll(supply.Classes, static column => column.Free);
        Span<int> mostOf = ways.MostReplicas;
        int[] scarce = new int[supply.Classes.Length];
        int quantity = screening.Definition.Quantity;
        int way = 0;
        int kept = 0;
        int left = 0;
        foreach (int pool in pools)
        {
            int before = kept;
            int first = way;
            for (; way < poolOf.Length && poolOf[way] == pool; way++)
            {
                int most = Fit(free, shapeOf[way] == WayTable.FreeForm ? demand : shapes[shapeOf[way]], pool, quantity);
                if (most == 0) continue;
                ways.Move(way, kept);
                mostOf[kept++] = most;
            }

            if (kept > before || way == first) pools[left++] = pool;
            else scarce[Scarce(supply, ShapeOf(supply, ways, first, demand), pool)]++;
        }

        screening.Truncate(left);
        ways.Truncate(kept);
        for (int number = 0; number < scarce.Length; number++)
        {
            if (scarce[number] > 0) screening.Reasons.Add($"too little {supply.ClassNumbers.Values[number]} free for one replica", scarce[number]);
        }
    }

    /// <summary>Replicas of a shape that fit into a pool, at most so many.</summary>
    private static int Fit(long[][] freeOf, OfferShape shape, int pool, int most)
    {
        int[] classes = shape.Classes;
        long[] amounts = shape.Amounts;
        for (int i = 0; i < classes.Length; i++)
        {
            long amount = amounts[i];
            if (amount <= 0) continue;
            long free = freeOf[classes[i]][pool];
            if (amount <= int.MaxValue && amount * most <= free) continue;
            if (free / most < amount) most = (int)(free / amount);
            if (most == 0) return 0;
        }

        return most;
    }

    private static OfferShape ShapeOf(Supply supply, WayTable ways, int way, OfferShape demand) =>
        ways.Shapes[way] == WayTable.FreeForm ? demand : supply.Offers.Shapes[ways.Shapes[way]];

    private static int Scarce(Supply supply, OfferShape shape, int pool)
    {
        int position = 0;
        while (supply.Classes[shape.Classes[position]].Free[pool] >= shape.Amounts[position]) position++;
        return shape.Classes[position];
    }
}
