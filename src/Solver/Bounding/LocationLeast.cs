namespace Fulcrum.Solver.Bounding;

/// <summary>The least cost at each location.</summary>
internal sealed class LocationLeast
{
    private readonly Dictionary<int, long> _least = [];

    /// <summary>One more cost at a location.</summary>
    public void Add(int location, long cost)
    {
        if (!_least.TryGetValue(location, out long known) || cost < known) _least[location] = cost;
    }

    /// <summary>The least over all locations when each costs something more; infinite without any.</summary>
    public long Least(Func<int, long> more)
    {
        long least = Cost.Infinite;
        foreach ((int location, long cost) in _least) least = Math.Min(least, Cost.Add(cost, more(location)));
        return least;
    }
}
