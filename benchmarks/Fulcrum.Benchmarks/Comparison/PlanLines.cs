using Fulcrum.Solver.Results;

namespace Fulcrum.Benchmarks.Comparison;

/// <summary>Collects replicas into a plan.</summary>
internal sealed class PlanLines
{
    private readonly SortedDictionary<(int Item, int Pool, int Offer), int> _replicas = [];

    /// <summary>Adds one replica.</summary>
    public void Add(int item, int pool, int offer) => _replicas[(item, pool, offer)] = _replicas.GetValueOrDefault((item, pool, offer)) + 1;

    /// <summary>The plan.</summary>
    public Plan ToPlan() => new([.. _replicas.Select(static entry => new PlanLine(entry.Key.Item, entry.Key.Pool, entry.Key.Offer, entry.Value))]);
}
