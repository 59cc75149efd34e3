using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Screening;

/// <summary>Tells of many pools at once that all replicas of an item fit into each, in every way there is.</summary>
internal readonly ref struct AmpleRoom
{
    private readonly (long[] Free, long Taken)[]? _classes;

    private AmpleRoom((long[] Free, long Taken)[]? classes) => _classes = classes;

    /// <summary>What is ample for the ways of an item.</summary>
    /// <param name="free">Free amount by class and pool.</param>
    /// <param name="quantity">Replicas of the item.</param>
    /// <param name="shapeOf">Shape by way.</param>
    /// <param name="shapes">The shapes by number.</param>
    /// <param name="demand">The shape of ways that are bought by the price book.</param>
    public static AmpleRoom Of(long[][] free, int quantity, ReadOnlySpan<int> shapeOf, ReadOnlySpan<OfferShape> shapes, OfferShape demand)
    {
        long[] most = new long[free.Length];
        if (!shapeOf.ContainsAnyExcept(WayTable.FreeForm))
        {
            Raise(most, demand);
        }
        else
        {
            bool[] seen = new bool[shapes.Length + 1];
            foreach (int shape in shapeOf)
            {
                if (seen[shape + 1]) continue;
                seen[shape + 1] = true;
                Raise(most, shape == WayTable.FreeForm ? demand : shapes[shape]);
            }
        }

        bool isWide = Array.Exists(most, amount => (Int128)amount * quantity > long.MaxValue);
        return new AmpleRoom(isWide ? null : [.. free.Zip(most).Where(static of => of.Second > 0).Select(of => (of.First, of.Second * quantity))]);
    }

    /// <summary>Whether it is known that each of some pools, ascending, has such room; those that lie between are looked at, too.</summary>
    public bool Has(ReadOnlySpan<int> pools)
    {
        if (_classes is null) return false;
        foreach ((long[] free, long taken) in _classes)
        {
            ReadOnlySpan<long> there = free.AsSpan(pools[0]..(pools[^1] + 1));
            if (ColumnScan.NextAtMost(there, 0, taken - 1) < there.Length) return false;
        }

        return true;
    }

    private static void Raise(long[] most, OfferShape shape)
    {
        for (int i = 0; i < shape.Classes.Length; i++)
        {
            if (shape.Classes[i] >= 0 && shape.Amounts[i] > 0) most[shape.Classes[i]] = Math.Max(most[shape.Classes[i]], shape.Amounts[i]);
        }
    }
}
