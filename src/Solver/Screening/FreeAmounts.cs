using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Screening;

/// <summary>Holds the ways of an item against the free amounts of their pools.</summary>
internal static class FreeAmounts
{
    /// <summary>Keeps the ways of which one replica fits, counts how many do, and keeps the pools that have such a way.</summary>
    public static void Keep(ItemScreening screening)
    {
        Supply supply = screening.Supply;
        OfferShape demand = OfferShape.Of(supply.ClassNumbers, screening.Definition.Resources);
        long[][] free = Array.ConvertAll(supply.Classes, static column => column.Free);
        int[] scarce = new int[supply.Classes.Length];
        if (screening.Ways.IsFreeForm) KeepFreeForm(screening, demand, free, scarce);
        else KeepAny(screening, demand, free, scarce);
        for (int number = 0; number < scarce.Length; number++)
        {
            if (scarce[number] > 0) screening.Reasons.Add($"too little {supply.ClassNumbers.Values[number]} free for one replica", scarce[number]);
        }
    }

    private static void KeepAny(ItemScreening screening, OfferShape demand, long[][] free, int[] scarce)
    {
        WayTable ways = screening.Ways;
        Span<int> pools = screening.Left;
        ReadOnlySpan<int> poolOf = ways.Pools;
        ReadOnlySpan<int> shapeOf = ways.Shapes;
        ReadOnlySpan<OfferShape> shapes = screening.Supply.Offers.Shapes;
        Span<int> mostOf = ways.MostReplicas;
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
            else scarce[Scarce(free, shapeOf[first] == WayTable.FreeForm ? demand : shapes[shapeOf[first]], pool)]++;
        }

        screening.Truncate(left);
        ways.Truncate(kept);
    }

    /// <summary>The same where each pool has one way and all take the same: mostly the whole quantity fits.</summary>
    private static void KeepFreeForm(ItemScreening screening, OfferShape demand, long[][] free, int[] scarce)
    {
        WayTable ways = screening.Ways;
        Span<int> pools = screening.Left;
        Span<int> mostOf = ways.MostReplicas;
        int quantity = screening.Definition.Quantity;
        Whole whole = new(demand, free, quantity);
        int kept = 0;
        for (int way = 0; way < pools.Length; way++)
        {
            int pool = pools[way];
            int most = whole.Fits(pool) ? quantity : Fit(free, demand, pool, quantity);
            if (most == 0)
            {
                scarce[Scarce(free, demand, pool)]++;
                continue;
            }

            ways.Move(way, kept);
            mostOf[kept] = most;
            pools[kept++] = pool;
        }

        screening.Truncate(kept);
        ways.Truncate(kept);
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

    /// <summary>What all replicas of an item take together.</summary>
    private readonly ref struct Whole
    {
        private readonly long[][] _free;
        private readonly long[] _taken;

        public Whole(OfferShape demand, long[][] free, int quantity)
        {
            int[] taken = [.. Enumerable.Range(0, demand.Classes.Length).Where(position => demand.Amounts[position] > 0)];
            _free = Array.ConvertAll(taken, position => free[demand.Classes[position]]);
            _taken = Array.ConvertAll(taken, position => (long)Int128.Min(long.MaxValue, (Int128)demand.Amounts[position] * quantity));
        }

        /// <summary>Whether a pool has room for it.</summary>
        public bool Fits(int pool)
        {
            for (int i = 0; i < _taken.Length; i++)
            {
                if (_free[i][pool] < _taken[i]) return false;
            }

            return true;
        }
    }
}
