using Fulcrum.Solver.Bounding;

namespace Fulcrum.Solver.Drafting;

/// <summary>The active ways of each item by provider.</summary>
internal sealed class WaysByProvider(IReadOnlyList<ItemCosts> costs)
{
    private readonly Index?[] _indices = new Index?[costs.Count];

    /// <summary>The active ways of an item at a provider, ascending.</summary>
    public ReadOnlySpan<int> Of(int item, int provider)
    {
        Index index = _indices[item] ??= NewIndex(costs[item]);
        return index.Ways.AsSpan(index.Starts[provider]..index.Starts[provider + 1]);
    }

    private static Index NewIndex(ItemCosts costs)
    {
        int[] providerOf = costs.Problem.Supply.Domains.ProviderOf;
        ReadOnlySpan<int> pools = costs.Item.Ways.Pools;
        int[] starts = new int[costs.Problem.Source.Providers.Count + 2];
        foreach (int way in costs.Active) starts[providerOf[pools[way]] + 2]++;
        for (int i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        int[] ways = new int[costs.Active.Length];
        foreach (int way in costs.Active) ways[starts[providerOf[pools[way]] + 1]++] = way;
        return new Index(starts, ways);
    }

    private sealed record Index(int[] Starts, int[] Ways);
}
