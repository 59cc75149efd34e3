namespace Fulcrum.Workloads;

/// <summary>What a synthetic order looks like.</summary>
public sealed record OrderShape
{
    /// <summary>Number of items.</summary>
    public required int Items { get; init; }

    /// <summary>Which rules it has.</summary>
    public OrderFamily Family { get; init; } = OrderFamily.Relations;

    /// <summary>Whether items ask for <c>diskGiB</c>, besides <c>vcpu</c> and <c>memoryMiB</c>.</summary>
    public bool HasDisk { get; init; } = true;

    /// <summary>Most replicas of an item.</summary>
    public int QuantityMax { get; init; } = 6;
}
