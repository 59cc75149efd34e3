using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Bounding;

/// <summary>What one replica costs in each way left of an item, as far as that depends on the way alone.</summary>
internal sealed class ItemCosts : IDisposable
{
    private readonly Buffer<long> _ofWay;
    private readonly Buffer<int> _active;
    private readonly bool _isPart;

    /// <summary>Costs of a screened item.</summary>
    public ItemCosts(ScreenedProblem problem, ScreenedItem item, Weights weights)
    {
        (Problem, Item) = (problem, item);
        int count = item.Ways.Count;
        _ofWay = new Buffer<long>(count);
        _active = new Buffer<int>(count);
        ReadOnlySpan<int> pools = item.Ways.Pools;
        ReadOnlySpan<long> prices = item.Ways.PricesMicros;
        int[] locations = problem.Supply.Domains.LocationOf;
        bool hasUsers = item.Definition.Users.Any(static user => user.ValuePerMsMicros != 0);
        bool hasPreferences = problem.Source.Order.Policy.Preferences.Count > 0;
        for (int way = 0; way < count; way++)
        {
            Int128 cost = (Int128)weights.Price * prices[way];
            if (hasUsers) cost += (Int128)weights.Locality * item.UserLocalityMicros(locations[pools[way]]);
            if (hasPreferences) cost += (Int128)weights.Sovereignty * item.SovereigntyMicros(pools[way]);
            IsWide |= cost > Cost.Largest;
            _ofWay.Add((long)cost);
            _active.Add(way);
            Largest = Math.Max(Largest, (long)cost);
        }
    }

    private ItemCosts(ItemCosts whole, IReadOnlyCollection<int> ways)
    {
        (Problem, Item, _ofWay, Largest, IsWide) = (whole.Problem, whole.Item, whole._ofWay, whole.Largest, whole.IsWide);
        _active = new Buffer<int>(ways.Count);
        foreach (int way in ways) _active.Add(way);
        _isPart = true;
    }

    /// <summary>The problem.</summary>
    public ScreenedProblem Problem { get; }

    /// <summary>The item.</summary>
    public ScreenedItem Item { get; }

    /// <summary>Cost by way.</summary>
    public ReadOnlySpan<long> OfWay => _ofWay.Span;

    /// <summary>The ways that may still be part of a better plan.</summary>
    public ReadOnlySpan<int> Active => _active.Span;

    /// <summary>Largest cost.</summary>
    public long Largest { get; }

    /// <summary>Whether some cost is too large for the bounds.</summary>
    public bool IsWide { get; }

    /// <summary>The same costs with only some ways active; to be disposed of before this.</summary>
    public ItemCosts Only(IReadOnlyCollection<int> ways) => new(this, ways);

    /// <summary>Keeps the active ways that pass.</summary>
    public void Keep(Func<int, bool> keep)
    {
        Span<int> active = _active.Span;
        int kept = 0;
        foreach (int way in active)
        {
            if (keep(way)) active[kept++] = way;
        }

        _active.Truncate(kept);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_isPart) _ofWay.Dispose();
        _active.Dispose();
    }
}
