namespace Fulcrum.Solver.Model;

/// <summary>What holds between two different items of an order.</summary>
public sealed record Relation
{
    /// <summary>Index of the item that the relation starts from.</summary>
    public required int From { get; init; }

    /// <summary>Index of the other item.</summary>
    public required int To { get; init; }

    /// <summary>Largest latency in milliseconds from pools of the one to pools of the other, compared exactly; null demands nothing.</summary>
    public decimal? MaxLatencyMs { get; init; }

    /// <summary>Which pairs the bound covers.</summary>
    public LatencyScope Scope { get; init; } = LatencyScope.Nearest;

    /// <summary>Traffic of the whole <see cref="From"/> item, in GiB per month, exact.</summary>
    public decimal TrafficGiBMonthly { get; init; }

    /// <summary>What a millisecond to the nearest pool of <see cref="To"/> is worth, in micro-EUR per month.</summary>
    public long ValuePerMsMicros { get; init; }

    /// <summary>Each item uses exactly one such domain, and it is the same.</summary>
    public Domain? Affinity { get; init; }

    /// <summary>The two items share no such domain.</summary>
    public Domain? AntiAffinity { get; init; }
}
