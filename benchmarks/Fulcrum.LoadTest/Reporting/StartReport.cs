namespace Fulcrum.LoadTest.Reporting;

/// <summary>What starting on a full database came to.</summary>
internal sealed record StartReport
{
    /// <summary>Pools in the database.</summary>
    public required int Pools { get; init; }

    /// <summary>Live allocations in it.</summary>
    public required int Allocations { get; init; }

    /// <summary>Seconds that importing took.</summary>
    public required double ImportSeconds { get; init; }

    /// <summary>Seconds that making the allocations took: a hold and a confirmation each.</summary>
    public required double AllocateSeconds { get; init; }

    /// <summary>Managed memory of the silo per allocation, all pools in memory.</summary>
    public required double BytesPerAllocation { get; init; }

    /// <summary>Seconds from the start of the silo's process until it was ready.</summary>
    public required double ReadySeconds { get; init; }

    /// <summary>Memory of its process then.</summary>
    public required double ReadyMemoryMiB { get; init; }

    /// <summary>Seconds that it then took to load and read every pool.</summary>
    public required double LoadSeconds { get; init; }

    /// <summary>Memory of its process then.</summary>
    public required double LoadedMemoryMiB { get; init; }

    /// <summary>Seconds that releasing every allocation took, pools being loaded meanwhile.</summary>
    public required double ReleaseSeconds { get; init; }
}
