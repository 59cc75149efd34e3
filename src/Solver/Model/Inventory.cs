namespace Fulcrum.Solver.Model;

/// <summary>How much of one resource class a pool has, and in which portions it is claimed.</summary>
public sealed record Inventory
{
    /// <summary>Units installed.</summary>
    public required long Total { get; init; }

    /// <summary>Units never sold.</summary>
    public long Reserved { get; init; }

    /// <summary>Units sold per unit installed; sellable = ⌊(total − reserved) × ratio⌋, not below 0.</summary>
    public decimal AllocationRatio { get; init; } = 1;

    /// <summary>Smallest consumption per replica.</summary>
    public long MinUnit { get; init; } = 1;

    /// <summary>Largest consumption per replica.</summary>
    public long MaxUnit { get; init; } = long.MaxValue;

    /// <summary>Consumption per replica is a multiple of this.</summary>
    public long StepSize { get; init; } = 1;

    /// <summary>Units held or allocated now.</summary>
    public long Claimed { get; init; }
}
