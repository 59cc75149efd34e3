namespace Fulcrum.Contracts.Documents;

/// <summary>Wall time per part, milliseconds.</summary>
[GenerateSerializer, Immutable, Alias("doc.stages-ms")]
public sealed record StagesMsDocument
{
    /// <summary>Filter.</summary>
    [Id(0)] public double Filter { get; init; }

    /// <summary>Bound.</summary>
    [Id(1)] public double Bound { get; init; }

    /// <summary>Search.</summary>
    [Id(2)] public double Search { get; init; }

    /// <summary>Check.</summary>
    [Id(3)] public double Check { get; init; }
}
