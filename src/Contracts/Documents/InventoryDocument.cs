namespace Fulcrum.Contracts.Documents;

/// <summary>How much of one resource class a pool has; sellable = ⌊(total − reserved) × allocationRatio⌋.</summary>
[GenerateSerializer, Immutable, Alias("doc.inventory")]
public sealed record InventoryDocument
{
    /// <summary>Units installed.</summary>
    [Id(0)] public required long Total { get; init; }

    /// <summary>Units never sold.</summary>
    [Id(1)] public long Reserved { get; init; }

    /// <summary>Units sold per unit installed.</summary>
    [Id(2)] public decimal AllocationRatio { get; init; } = 1;

    /// <summary>Smallest consumption per replica.</summary>
    [Id(3)] public long MinUnit { get; init; } = 1;

    /// <summary>Largest consumption per replica; absent is unlimited.</summary>
    [Id(4)] public long? MaxUnit { get; init; }

    /// <summary>Consumption per replica is a multiple of this.</summary>
    [Id(5)] public long StepSize { get; init; } = 1;
}
