namespace Fulcrum.Contracts.Documents;

/// <summary>Limits of a solve.</summary>
[GenerateSerializer, Immutable, Alias("doc.limits")]
public sealed record LimitsDocument
{
    /// <summary>Time for the solve.</summary>
    [Id(0)] public int? SolveMilliseconds { get; init; }

    /// <summary>Breaks ties.</summary>
    [Id(1)] public long? Seed { get; init; }

    /// <summary>One worker and a deterministic limit.</summary>
    [Id(2)] public bool Deterministic { get; init; }
}
