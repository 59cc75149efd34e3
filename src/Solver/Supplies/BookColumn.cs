using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Supplies;

/// <summary>The price-book prices of one resource class over all pools, as integers.</summary>
internal sealed class BookColumn
{
    /// <summary>Stands for a pool whose price book lacks the class.</summary>
    public const long Absent = -1;

    /// <summary>Stands for a price that is no whole number of these units, or a very large one.</summary>
    public const long Wide = -2;

    /// <summary>Units per EUR: prices with up to twelve decimals are whole.</summary>
    public const decimal UnitsPerEuro = 1_000_000_000_000;

    private const decimal UnitsMax = 1_000_000_000_000_000;

    private readonly long[] _units;

    private BookColumn(long[] units) => _units = units;

    /// <summary>Price of a unit-hour by pool, in 10⁻¹² EUR, or <see cref="Absent"/>, or <see cref="Wide"/>.</summary>
    public ReadOnlySpan<long> Units => _units;

    /// <summary>Largest price of a pool that has one.</summary>
    public long Max { get; private init; }

    /// <summary>Whether some price is wide.</summary>
    public bool HasWide { get; private init; }

    /// <summary>Whether some pool lacks the class.</summary>
    public bool HasAbsent { get; private init; }

    /// <summary>Whether every pool lacks the class.</summary>
    public bool IsEmpty { get; private init; }

    /// <summary>Bytes that the column takes.</summary>
    public long Bytes => (long)_units.Length * sizeof(long);

    /// <summary>Reads a class from every price book.</summary>
    public static BookColumn Of(IReadOnlyList<ResourcePool> pools, string resourceClass)
    {
        long[] units = new long[pools.Count];
        for (int pool = 0; pool < units.Length; pool++)
        {
            units[pool] = pools[pool].PriceBook is { } book && book.TryGetValue(resourceClass, out decimal price) ? ToUnits(price) : Absent;
        }

        return new BookColumn(units) { Max = units.DefaultIfEmpty(0).Max(), HasWide = units.Contains(Wide), HasAbsent = units.Contains(Absent), IsEmpty = !units.AsSpan().ContainsAnyExcept(Absent) };
    }

    private static long ToUnits(decimal price)
    {
        if (price >= UnitsMax / UnitsPerEuro) return Wide;
        decimal rounded = decimal.Round(price, 12);
        return rounded == price ? (long)(rounded * UnitsPerEuro) : Wide;
    }
}
