using Fulcrum.Solver.Exact;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Supplies;

/// <summary>The offers of all pools, one after the other.</summary>
internal sealed class OfferColumns
{
    /// <summary>Stands for a monthly price that does not fit in 64 bits.</summary>
    public const long TooDear = -1;

    private readonly int[] _starts;
    private readonly int[] _shapes;
    private readonly long[] _pricesMicros;
    private readonly bool[] _fits;

    private OfferColumns(int[] starts, int[] shapes, long[] pricesMicros, bool[] fits, IReadOnlyList<OfferShape> distinct)
    {
        (_starts, _shapes, _pricesMicros, _fits) = (starts, shapes, pricesMicros, fits);
        DistinctShapes = distinct;
    }

    /// <summary>First offer by pool, and the number of offers at the end.</summary>
    public ReadOnlySpan<int> Starts => _starts;

    /// <summary>Number of the shape, by offer.</summary>
    public ReadOnlySpan<int> Shapes => _shapes;

    /// <summary>Price of a replica by offer, micro-EUR per month, or <see cref="TooDear"/>.</summary>
    public ReadOnlySpan<long> PricesMicros => _pricesMicros;

    /// <summary>By offer, whether the pool has every class of it within its unit limits.</summary>
    public ReadOnlySpan<bool> Fits => _fits;

    /// <summary>The shapes by number.</summary>
    public IReadOnlyList<OfferShape> DistinctShapes { get; }

    /// <summary>Bytes that the columns take.</summary>
    public long Bytes => ((long)_starts.Length * sizeof(int)) + ((long)_shapes.Length * (sizeof(int) + sizeof(long) + sizeof(bool)));

    /// <summary>Reads the offers of every pool.</summary>
    public static OfferColumns Of(IReadOnlyList<ResourcePool> pools, Interner<string> classes, IReadOnlyList<ClassColumn> columns)
    {
        int count = pools.Sum(pool => pool.Offers.Count);
        int[] starts = new int[pools.Count + 1];
        int[] shapes = new int[count];
        long[] prices = new long[count];
        bool[] fits = new bool[count];
        ShapeInterner known = new(classes);
        int next = 0;
        for (int pool = 0; pool < pools.Count; pool++)
        {
            starts[pool] = next;
            foreach (Offer offer in pools[pool].Offers)
            {
                shapes[next] = known[offer.Resources];
                prices[next] = Money.PerMonth(offer.PricePerHour) ?? TooDear;
                fits[next] = Fit(known.Values[shapes[next]], columns, pool);
                next++;
            }
        }

        starts[^1] = next;
        return new OfferColumns(starts, shapes, prices, fits, known.Values);
    }

    private static bool Fit(OfferShape shape, IReadOnlyList<ClassColumn> columns, int pool)
    {
        for (int i = 0; i < shape.Classes.Length; i++)
        {
            if (shape.Classes[i] < 0) return false;
            ClassColumn column = columns[shape.Classes[i]];
            int limits = column.Limits[pool];
            if (limits == ClassColumn.Absent || !column.DistinctLimits[limits].Admit(shape.Amounts[i])) return false;
        }

        return true;
    }
}
