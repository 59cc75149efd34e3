using System.Buffers;

namespace Fulcrum.Solver.Screening;

/// <summary>In which ways pools serve a replica of an item, as columns in rented memory; the ways of a pool follow each other.</summary>
internal sealed class WayTable(int capacity) : IDisposable
{
    /// <summary>Stands for the demand itself, bought at the price book.</summary>
    public const int FreeForm = Results.PlanLine.FreeForm;

    private const int CapacityLeast = 16;

    private int[] _pools = Rent<int>(capacity);
    private int[] _offers = Rent<int>(capacity);
    private int[] _shapes = Rent<int>(capacity);
    private long[] _prices = Rent<long>(capacity);
    private int[] _most = Rent<int>(capacity);

    /// <summary>Number of ways.</summary>
    public int Count { get; private set; }

    /// <summary>Pool by way.</summary>
    public Span<int> Pools => _pools.AsSpan(0, Count);

    /// <summary>Offer by way: an index into the pool's offers, or <see cref="FreeForm"/>.</summary>
    public Span<int> Offers => _offers.AsSpan(0, Count);

    /// <summary>Number of the offer's shape by way, or <see cref="FreeForm"/>.</summary>
    public Span<int> Shapes => _shapes.AsSpan(0, Count);

    /// <summary>Price of a replica by way, micro-EUR per month.</summary>
    public Span<long> PricesMicros => _prices.AsSpan(0, Count);

    /// <summary>Most replicas that the pool's free capacity and the item's quantity allow, by way.</summary>
    public Span<int> MostReplicas => _most.AsSpan(0, Count);

    /// <summary>Appends a way.</summary>
    public void Add(int pool, int offer, int shape, long priceMicros)
    {
        int way = Count;
        if (way >= _pools.Length || way >= _prices.Length) Grow();
        _pools[way] = pool;
        _offers[way] = offer;
        _shapes[way] = shape;
        _prices[way] = priceMicros;
        Count = way + 1;
    }

    /// <summary>Fills the empty table with the demand itself, bought from each of some pools at its price book; there is place for all pools.</summary>
    public void SetFreeForm(ReadOnlySpan<int> pools, ReadOnlySpan<long> bookPrices)
    {
        pools.CopyTo(_pools);
        if (pools.Length == bookPrices.Length) bookPrices.CopyTo(_prices);
        else for (int way = 0; way < pools.Length; way++) _prices[way] = bookPrices[pools[way]];
        _offers.AsSpan(0, pools.Length).Fill(FreeForm);
        _shapes.AsSpan(0, pools.Length).Fill(FreeForm);
        Count = pools.Length;
    }

    /// <summary>Moves ways that follow each other to lower places.</summary>
    public void Move(int from, int count, int to)
    {
        if (from == to) return;
        Move(_pools, from, count, to);
        Move(_offers, from, count, to);
        Move(_shapes, from, count, to);
        Move(_prices, from, count, to);
        Move(_most, from, count, to);
    }

    /// <summary>Drops the ways from a place on.</summary>
    public void Truncate(int count) => Count = count;

    /// <inheritdoc />
    public void Dispose()
    {
        Count = 0;
        Return(ref _pools);
        Return(ref _offers);
        Return(ref _shapes);
        Return(ref _prices);
        Return(ref _most);
    }

    private static T[] Rent<T>(int capacity) => ArrayPool<T>.Shared.Rent(Math.Max(capacity, CapacityLeast));

    private static void Return<T>(ref T[] column)
    {
        if (column.Length > 0) ArrayPool<T>.Shared.Return(column);
        column = [];
    }

    private static void Move<T>(T[] column, int from, int count, int to)
    {
        if (count == 1) column[to] = column[from];
        else column.AsSpan(from, count).CopyTo(column.AsSpan(to));
    }

    private void Grow()
    {
        int longer = 2 * Math.Max(CapacityLeast, Count);
        Grow(ref _pools, longer);
        Grow(ref _offers, longer);
        Grow(ref _shapes, longer);
        Grow(ref _prices, longer);
        Grow(ref _most, longer);
    }

    private void Grow<T>(ref T[] column, int longer)
    {
        T[] grown = Rent<T>(longer);
        column.AsSpan(0, Count).CopyTo(grown);
        ArrayPool<T>.Shared.Return(column);
        column = grown;
    }
}
