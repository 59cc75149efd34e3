namespace Fulcrum.Solver.Compilation;

/// <summary>One way to serve one replica of an item: a pool, and the offer bought there.</summary>
internal sealed record Candidate
{
    /// <summary>Position among all candidates of the problem.</summary>
    public required int Index { get; init; }

    /// <summary>Index into the order's items.</summary>
    public required int Item { get; init; }

    /// <summary>Index into the problem's pools.</summary>
    public required int Pool { get; init; }

    /// <summary>Index into the pool's offers, or <see cref="Results.PlanLine.FreeForm"/>.</summary>
    public required int Offer { get; init; }

    /// <summary>What one replica consumes per class.</summary>
    public required IReadOnlyDictionary<string, long> Consumption { get; init; }

    /// <summary>Most replicas that the pool's free capacity and the item's quantity allow, at least 1.</summary>
    public required int MaxReplicas { get; init; }

    /// <summary>Price of one replica, micro-EUR per month.</summary>
    public required long PriceMicros { get; init; }

    /// <summary>What latency to the item's users costs one replica, micro-EUR per month.</summary>
    public required long UserLocalityMicros { get; init; }

    /// <summary>What preferences that the pool does not meet cost one replica, micro-EUR per month.</summary>
    public required long SovereigntyMicros { get; init; }
}
