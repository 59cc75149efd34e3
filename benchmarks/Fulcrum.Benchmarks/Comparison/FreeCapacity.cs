using Fulcrum.Benchmarks.Reference;
using Fulcrum.Solver.Model;

namespace Fulcrum.Benchmarks.Comparison;

/// <summary>What pools have left while an order is placed replica by replica.</summary>
/// <param name="problem">The problem.</param>
internal sealed class FreeCapacity(PlacementProblem problem)
{
    private readonly Dictionary<(int Pool, string Class), long> _taken = [];

    /// <summary>Whether one more replica fits.</summary>
    public bool Fits(int pool, IReadOnlyDictionary<string, long> consumption) => consumption.All(entry => Left(pool, entry.Key) >= entry.Value);

    /// <summary>Takes what one replica consumes.</summary>
    public void Take(int pool, IReadOnlyDictionary<string, long> consumption)
    {
        foreach ((string resourceClass, long amount) in consumption) _taken[(pool, resourceClass)] = _taken.GetValueOrDefault((pool, resourceClass)) + amount;
    }

    /// <summary>What a pool has left of a class.</summary>
    public long Left(int pool, string resourceClass) => problem.Pools[pool].Inventories.TryGetValue(resourceClass, out Inventory? inventory)
        ? CandidateFinder.Free(inventory) - _taken.GetValueOrDefault((pool, resourceClass))
        : 0;
}
