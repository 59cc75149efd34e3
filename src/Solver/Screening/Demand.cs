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
    private readonly bool _isSold;
    private readonly bool _isPricedNowhere;
    private readonly bool _isNarrow;
    private readonly bool _isPricedEverywhere;
    private readonly bool _isEverywhere;
    private readonly bool _isAdmittedEverywhere;
    private readonly BookColumn[] _books;
    private readonly bool[][] _admitting;

    /// <summary>The demand of an item.</summary>
    public Demand(Supply supply, OrderItem item)
    {
        (_supply, _item) = (supply, item);
        Shape = OfferShape.Of(supply.ClassNumbers, item.Resources);
        Names = [.. item.Resources.Keys];
        _isSold = Array.TrueForAll(Shape.Classes, static number => number >= 0);
        _books = _isSold ? Array.ConvertAll(Shape.Classes, number => supply.Books[number]) : [];
        _admitting = [.. Shape.Classes.Select((number, position) => number < 0 ? [] : Admitting(supply.Classes[number], Shape.Amounts[position]))];
        _isPricedNowhere = _isSold && Array.Exists(_books, static book => book.IsEmpty);
        _isPricedEverywhere = _isSold && Array.TrueForAll(_books, static book => !book.HasAbsent);
        _isEverywhere = _isSold && Array.TrueForAll(Shape.Classes, number => !supply.Classes[number].HasAbsent);
        _isAdmittedEverywhere = _isEverywhere && Array.TrueForAll(_admitting, static admitting => !admitting.Contains(false));
        _isNarrow = _isSold && Array.TrueForAll(_books, static book => !book.HasWide) && SumOf(Shape) <= SumMax;
    }

    /// <summary>The demand as a shape.</summary>
    public OfferShape Shape { get; }

    /// <summary>Names of its classes.</summary>
    public string[] Names { get; }

    /// <summary>How the market serves the demand.</summary>
    /// <param name="isPruned">Whether offers are left out that the cheapest one of a pool can stand in for.</param>
    public AmountMatches Matches(bool isPruned) => _supply.Matches.Of(Names, Shape.Amounts, isPruned, Find);

    private AmountMatches Find(bool isPruned) => new(new OfferMatches(_supply.Offers, Covering(), isPruned), _isPricedNowhere ? null : BookPrices());

    private long[] BookPrices()
    {
        long[] prices = new long[_supply.Pools.Count];
        if (_isPricedEverywhere && _isAdmittedEverywhere && _isNarrow)
        {
            SetBookPrices(prices);
            return prices;
        }

        for (int pool = 0; pool < prices.Length; pool++)
        {
            prices[pool] = !IsPricedBy(pool) ? AmountMatches.Unpriced : IsAdmittedBy(pool) ? BookPriceMicros(pool) ?? AmountMatches.TooDear : AmountMatches.Refused;
        }

        return prices;
    }

    /// <summary>The prices where every pool has one and none is wide: class by class, which no sum exceeds.</summary>
    private void SetBookPrices(Span<long> prices)
    {
        for (int i = 0; i < _books.Length; i++)
        {
            ReadOnlySpan<long> units = _books[i].Units;
            long amount = Shape.Amounts[i];
            for (int pool = 0; pool < prices.Length; pool++) prices[pool] = unchecked(prices[pool] + (amount * units[pool]));
        }

        foreach (ref long price in prices) price = ToMicrosPerMonth(price);
    }

    private bool[] Covering()
    {
        ReadOnlySpan<OfferShape> shapes = _supply.Offers.Shapes;
        bool[] covering = new bool[shapes.Length];
        for (int shape = 0; shape < covering.Length; shape++) covering[shape] = _isSold ? Covers(shapes[shape]) : CoversByName(shapes[shape]);
        return covering;
    }

    private bool IsPricedBy(int pool)
    {
        if (_isPricedEverywhere) return true;
        if (_isPricedNowhere) return false;
        if (!_isSold) return _supply.Pools[pool].PriceBook is { } named && Names.All(named.ContainsKey);
        foreach (BookColumn book in _books)
        {
            if (book.Units[pool] == BookColumn.Absent) return false;
        }

        return true;
    }

    private bool IsAdmittedBy(int pool) => _isAdmittedEverywhere || (FirstLacking(pool) < 0 && FirstRefused(pool) < 0);

    /// <summary>Position of the first class that a pool lacks, or −1.</summary>
    public int FirstLacking(int pool)
    {
        if (_isEverywhere) return -1;
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
            if (!_admitting[i][_supply.Classes[Shape.Classes[i]].Limits[pool]]) return i;
        }

        return -1;
    }

    private long? BookPriceMicros(int pool)
    {
        if (!_isNarrow) return Money.PerMonth(_item.Resources, _supply.Pools[pool].PriceBook!);
        long units = 0;
        for (int i = 0; i < _books.Length; i++) units += Shape.Amounts[i] * _books[i].Units[pool];
        return ToMicrosPerMonth(units);
    }

    /// <summary>A price per hour of at most <see cref="SumMax"/> units.</summary>
    private static long ToMicrosPerMonth(long units) => unchecked((long)(((ulong)(units * HoursPerMonth) + (UnitsPerMicro / 2)) / UnitsPerMicro));

    private static bool[] Admitting(ClassColumn column, long amount)
    {
        bool[] admitting = new bool[column.DistinctLimits.Count];
        for (int limits = 0; limits < admitting.Length; limits++) admitting[limits] = column.DistinctLimits[limits].Admit(amount);
        return admitting;
    }

    private bool Covers(OfferShape offer)
    {
        for (int i = 0; i < Shape.Classes.Length; i++)
        {
            int position = i < offer.Classes.Length && offer.Classes[i] == Shape.Classes[i] ? i : Array.IndexOf(offer.Classes, Shape.Classes[i]);
            if (position < 0 || offer.Amounts[position] < Shape.Amounts[i]) return false;
        }

        return true;
    }

    private bool CoversByName(OfferShape offer)
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
        for (int i = 0; i < shape.Classes.Length; i++) sum += (BigInteger)shape.Amounts[i] * _books[i].Max;
        return sum;
    }
}
