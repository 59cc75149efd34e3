using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Screening;

/// <summary>Holds the ways of an item against the free amounts of their pools.</summary>
internal static class FreeAmounts
{
    private const int BlockLength = 32;

    /// <summary>Keeps the ways of which one replica fits, counts how many do, and keeps the pools that have such a way.</summary>
    public static void Keep(ItemScreening screening)
    {
        Supply supply = screening.Supply;
        OfferShape demand = OfferShape.Of(supply.ClassNumbers, screening.Definition.Resources);
        long[][] free = Array.ConvertAll(supply.Classes, static column => column.Free);
        int[] scarce = new int[supply.Classes.Length];
        Keep(screening, demand, free, scarce);
        for (int number = 0; number < scarce.Length; number++)
        {
            if (scarce[number] > 0) screening.Reasons.Add($"too little {supply.ClassNumbers.Values[number]} free for one replica", scarce[number]);
        }
    }

    /// <summary>Mostly all replicas fit, in whatever way, which is seen of many pools at once.</summary>
    private static void Keep(ItemScreening screening, OfferShape demand, long[][] free, int[] scarce)
    {
        WayTable ways = screening.Ways;
        Span<int> pools = screening.Left;
        ReadOnlySpan<int> poolOf = ways.Pools;
        ReadOnlySpan<int> shapeOf = ways.Shapes;
        ReadOnlySpan<OfferShape> shapes = screening.Supply.Offers.Shapes;
        Span<int> mostOf = ways.MostReplicas;
        int quantity = screening.Definition.Quantity;
        AmpleRoom ample = AmpleRoom.Of(free, quantity, shapeOf, shapes, demand);
        int way = 0;
        int kept = 0;
        int left = 0;
        for (int block = 0; block < pools.Length; block += BlockLength)
        {
            ReadOnlySpan<int> ofBlock = pools[block..Math.Min(pools.Length, block + BlockLength)];
            if (ample.Has(ofBlock))
            {
                int first = way;
                way = EndOf(ofBlock, poolOf, way);
                ways.Move(first, way - first, kept);
                mostOf.Slice(kept, way - first).Fill(quantity);
                ofBlock.CopyTo(pools[left..]);
                kept += way - first;
                left += ofBlock.Length;
                continue;
            }

            foreach (int pool in ofBlock)
            {
                int before = kept;
                int first = way;
                for (; way < poolOf.Length && poolOf[way] == pool; way++)
                {
                    int most = Fit(free, shapeOf[way] == WayTable.FreeForm ? demand : shapes[shapeOf[way]], pool, quantity);
                    if (most == 0) continue;
                    ways.Move(way, 1, kept);
                    mostOf[kept++] = most;
                }

                if (kept > before || way == first) pools[left++] = pool;
                else scarce[Scarce(free, shapeOf[first] == WayTable.FreeForm ? demand : shapes[shapeOf[first]], pool)]++;
            }
        }

        screening.Truncate(left);
        ways.Truncate(kept);
    }

    /// <summary>The way after those of some pools; mostly each has one.</summary>
    private static int EndOf(ReadOnlySpan<int> pools, ReadOnlySpan<int> poolOf, int way)
    {
        int end = way + pools.Length;
        if (end <= poolOf.Length && poolOf[end - 1] == pools[^1] && (end == poolOf.Length || poolOf[end] > pools[^1])) return end;
        for (end = way; end < poolOf.Length && poolOf[end] <= pools[^1];) end++;
        return end;
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

    private static int Scarce(long[][] free, OfferShape shape, int pool)
    {
        int position = 0;
        while (free[shape.Classes[position]][pool] >= shape.Amounts[position]) position++;
        return shape.Classes[position];
    }
}
