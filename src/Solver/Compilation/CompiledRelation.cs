using Fulcrum.Solver.Exact;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Compilation;

/// <summary>A relation with its figures per replica of the item that it starts from.</summary>
internal sealed class CompiledRelation(PlacementProblem problem, Relation definition)
{
    private readonly LatencyMatrix _latencies = problem.Market.Latencies;
    private readonly int _quantity = problem.Order.Items[definition.From].Quantity;

    /// <summary>The relation as ordered.</summary>
    public Relation Definition { get; } = definition;

    /// <summary>Traffic that one replica of the first item causes, MiB per month.</summary>
    public long TrafficMiB { get; } = Traffic.MiBPerReplica(definition.TrafficGiBMonthly, problem.Order.Items[definition.From].Quantity);

    /// <summary>What it costs one replica at a location that the nearest pool of the other item is at another, micro-EUR per month.</summary>
    public long LocalityMicros(int from, int to) =>
        Money.OfLatency(Definition.ValuePerMsMicros, _latencies.Micros(from, to), _quantity);

    /// <summary>The most that latency can cost one replica, micro-EUR per month.</summary>
    public long LargestLocalityMicros => Money.OfLatency(Definition.ValuePerMsMicros, _latencies.LargestMicros, _quantity);

    /// <summary>Whether two locations are within the relation's bound.</summary>
    public bool IsWithin(int from, int to) => Latency.IsWithin(_latencies.Micros(from, to), Definition.MaxLatencyMs);
}
