namespace Fulcrum.Solver.Screening;

/// <summary>In which ways pools serve a replica of an item, as columns; the ways of a pool follow each other.</summary>
internal sealed class WayTable(int capacity) : IDisposable
{
    /// <summary>Stands for the demand itself, bought at the price book.</summary>
    public const int FreeForm = Results.PlanLine.FreeForm;

    private readonly Buffer<int> _pools = new(capacity);
    private readonly Buffer<int> _offers = new(capacity);
    private readonly Buffer<int> _shapes = new(capacity);
    private readonly Buffer<long> _prices = new(capacity);
    private readonly Buffer<int> _most = new(capacity);

    /// <summary>Number of ways.</summary>
    public int Count => _pools.Count;

    /// <summary>Pool by way.</summary>
    public Span<int> Pools => _pools.Span;

    /// <summary>Offer by way: an index into the pool's offers, or <see cref="FreeForm"/>.</summary>
    public Span<int> Offers => _offers.Span;

    /// <summary>Number of the offer's shape by way, or <see cref="FreeForm"/>.</summary>
    public Span<int> Shapes => _shapes.Span;

    /// <summary>Price of a replica by way, micro-EUR per month.</summary>
    public Span<long> PricesMicros => _prices.Span;

    /// <summary>Most replicas that the pool's free capacity and the item's quantity allow, by way.</summary>
    public Span<int> MostReplicas => _most.Span;

    /// <summary>Appends a way.</summary>
    public void Add(int pool, int offer, int shape, long priceMicros)
    {
        _pools.Add(pool);
        _offers.Add(offer);
        _shapes.Add(shape);
        _prices.Add(priceMicros);
        _most.Add(0);
    }

    /// <summary>Moves a way to a lower place.</summary>
    public void Move(int from, int to)
    {
        _pools[to] = _pools[from];
        _offers[to] = _offers[from];
        _shapes[to] = _shapes[from];
        _prices[to] = _prices[from];
        _most[to] = _most[from];
    }

    /// <summary>Drops the ways from a place on.</summary>
    public void Truncate(int count)
    {
        _pools.Truncate(count);
        _offers.Truncate(count);
        _shapes.Truncate(count);
        _prices.Truncate(count);
        _most.Truncate(count);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _pools.Dispose();
        _offers.Dispose();
        _shapes.Dispose();
        _prices.Dispose();
        _most.Dispose();
    }
}
