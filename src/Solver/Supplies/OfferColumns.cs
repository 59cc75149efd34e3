using System.Runtime.CompilerServices;
using Fulcrum.Solver.Exact;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Supplies;

/// <summary>The offers of all pools. Pools of one provider mostly sell the same: equal lists of offers are kept once.</summary>
internal sealed class OfferColumns
{
    /// <summary>Stands for a monthly price that does not fit in 64 bits.</summary>
    public const long TooDear = -1;

    private readonly int[] _listOf;
    private readonly int[] _starts;
    private readonly int[] _shapeOf;
    private readonly Offered[] _offers;
    private readonly OfferShape[] _shapes;
    private readonly PricedLists _byPrice;

    private OfferColumns(int[] listOf, int[] starts, Offered[] offers, OfferShape[] shapes)
    {
        (_listOf, _starts, _offers, _shapes, _shapeOf) = (listOf, starts, offers, shapes, Array.ConvertAll(offers, static offer => offer.Shape));
        _byPrice = new PricedLists(this, offers.Length);
    }

    /// <summary>An offer in a list.</summary>
    /// <param name="Shape">Number of the shape.</param>
    /// <param name="PriceMicros">Price of a replica, micro-EUR per month, or <see cref="TooDear"/>.</param>
    /// <param name="Fits">Whether the pools have every class of it within their unit limits.</param>
    public readonly record struct Offered(int Shape, long PriceMicros, bool Fits);

    /// <summary>Number of the list, by pool.</summary>
    public ReadOnlySpan<int> ListOf => _listOf;

    /// <summary>Number of lists.</summary>
    public int Lists => _starts.Length - 1;

    /// <summary>The shapes by number.</summary>
    public IReadOnlyList<OfferShape> DistinctShapes => _shapes;

    /// <summary>The same.</summary>
    public ReadOnlySpan<OfferShape> Shapes => _shapes;

    /// <summary>Bytes that the columns take.</summary>
    public long Bytes => ((long)(_listOf.Length + _starts.Length + _shapeOf.Length) * sizeof(int)) + ((long)_offers.Length * Unsafe.SizeOf<Offered>()) + _byPrice.Bytes;

    /// <summary>The offers of a list, in the order of the pools' offers.</summary>
    public ReadOnlySpan<Offered> List(int number) => _offers.AsSpan(_starts[number].._starts[number + 1]);

    /// <summary>The offers of each list, cheapest first.</summary>
    public PricedLists ByPrice => _byPrice;

    /// <summary>Position of the first offer of a list, among those of all lists.</summary>
    public int StartOf(int number) => _starts[number];

    /// <summary>Whether no pool has any.</summary>
    public bool IsEmpty => _offers.Length == 0;

    /// <summary>Whether a pool has offers.</summary>
    public bool HasOffers(int pool) => _starts[_listOf[pool] + 1] > _starts[_listOf[pool]];

    /// <summary>Numbers of their shapes: most offers of a list serve a demand not, and for that nothing else of them need be read.</summary>
    public ReadOnlySpan<int> ShapesOf(int number) => _shapeOf.AsSpan(_starts[number].._starts[number + 1]);

    /// <summary>Reads the offers of every pool.</summary>
    public static OfferColumns Of(IReadOnlyList<ResourcePool> pools, Interner<string> classes, IReadOnlyList<ClassColumn> columns)
    {
        ShapeInterner known = new(classes);
        Interner<Offered[]> lists = new(ListComparer.Instance);
        int[] listOf = new int[pools.Count];
        for (int pool = 0; pool < listOf.Length; pool++)
        {
            int own = pool;
            listOf[pool] = lists[[.. pools[pool].Offers.Select(offer =>
            {
                int shape = known[offer.Resources];
                return new Offered(shape, Money.PerMonth(offer.PricePerHour) ?? TooDear, Fit(known.Values[shape], columns, own));
            })]];
        }

        int[] starts = new int[lists.Values.Count + 1];
        for (int list = 0; list < lists.Values.Count; list++) starts[list + 1] = starts[list] + lists.Values[list].Length;
        return new OfferColumns(listOf, starts, [.. lists.Values.SelectMany(static list => list)], [.. known.Values]);
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

    private sealed class ListComparer : IEqualityComparer<Offered[]>
    {
        public static ListComparer Instance { get; } = new();

        public bool Equals(Offered[]? x, Offered[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(Offered[] list)
        {
            HashCode hash = default;
            foreach (Offered offer in list) hash.Add(offer);
            return hash.ToHashCode();
        }
    }
}
