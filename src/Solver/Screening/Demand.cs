using System.Numerics;
using Fulcrum.Solver.Exact;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Screening;

/// <summary>The demand of one item against the columns of a supply.</summary>
internal sealed class Demand
{
    private const long HoursPerMonth = 730;
    private const long UnitsPerMicro = 1_000_000;
    private const long SumMax = long.MaxValue / HoursPerMonth / 2;

    private readonly Supply _supply;
    private readonly OrderItem _item;
    private readonly bool _isNarrow;
    private readonly Verdicts _covering;
    private readonly Verdicts[] _admitting;

    /// <summary>The demand of an item.</summary>
    public Demand(Supply supply, OrderItem item)
    {
        (_supply, _item) = (supply, item);
        Shape = OfferShape.Of(supply.ClassNumbers, item.Resources);
        Names = [.. item.Resources.Keys];
        _covering = new Verdicts(supply.Offers.DistinctShapes.Count, shape => IsCovered(supply.Offers.DistinctShapes[shape]) ? null : "");
        _admitting = [.. Shape.Classes.Select((number, position) => number < 0
            ? new Verdicts(0, static _ => null)
            : new Verdicts(supply.Classes[number].DistinctLimits.Count, limits => supply.Classes[number].DistinctLimits[limits].Admit(Shape.Amounts[position]) ? null : ""))];
        IsSold = Shape.Classes.All(static number => number >= 0);
        _isNarrow = IsSold && SumOf(Shape) <= SumMax;
    }

    /// <summary>The demand as a shape.</summary>
    public OfferShape Shape { get; }

    /// <summary>Names of its classes.</summary>
    public string[] Names { get; }

    /// <summary>Whether some pool has each class.</summary>
    public bool IsSold { get; }

    /// <summary>Whether a shape of an offer covers the demand.</summary>
    public bool IsCoveredBy(int shape) => _covering.Pass(shape);

    /// <summary>Whether a pool's price book names every class.</summary>
    public bool IsPricedBy(int pool)
    {
        if (!IsSold) return _supply.Pools[pool].PriceBook is { } book && Names.All(book.ContainsKey);
        foreach (int number in Shape.Classes)
        {
            if (_supply.Books[number].Units[pool] == BookColumn.Absent) return false;
        }

        return true;
    }

    /// <summary>Position of the first class that a pool lacks, or −1.</summary>
    public int FirstLacking(int pool)
    {
        for (int i = 0; i < Shape.Classes.Length; i++)
        {
            if (Shape.Classes[i] < 0 || _supply.Classes[Shape.Classes[i]].Limits[pool] == ClassColumn.Absent) return i;
        }

        return -1;
    }

    /// <summary>Position of the first class whose amount a pool's unit limits refuse, or −1; every class is there.</summary>
    public int FirstRefused(int pool)
    {
        for (int i = 0; i < Shape.Classes.Length; i++)
        {
            if (!_admitting[i].Pass(_supply.Classes[Shape.Classes[i]].Limits[pool])) return i;
        }

        return -1;
    }

    /// <summary>Price of one replica at a pool's price book, micro-EUR per month; null when it does not fit in 64 bits.</summary>
    public long? BookPriceMicros(int pool)
    {
        if (!_isNarrow) return Money.PerMonth(_item.Resources, _supply.Pools[pool].PriceBook!);
        long units = 0;
        for (int i = 0; i < Shape.Classes.Length; i++)
        {
            long price = _supply.Books[Shape.Classes[i]].Units[pool];
            if (price == BookColumn.Wide) return Money.PerMonth(_item.Resources, _supply.Pools[pool].PriceBook!);
            units += Shape.Amounts[i] * price;
        }

        return ((units * HoursPerMonth) + (UnitsPerMicro / 2)) / UnitsPerMicro;
    }

    private bool IsCovered(OfferShape offer)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            if (!offer.Stated.TryGetValue(Names[i], out long available) || available < Shape.Amounts[i]) return false;
        }

        return true;
    }

    private BigInteger SumOf(OfferShape shape)
    {
        BigInteger sum = 0;
        for (int i = 0; i < shape.Classes.Length; i++) sum += (BigInteger)shape.Amounts[i] * _supply.Books[shape.Classes[i]].Max;
        return sum;
    }
}
