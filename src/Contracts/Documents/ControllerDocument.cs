namespace Fulcrum.Contracts.Documents;

/// <summary>A party that controls a share of a provider.</summary>
[GenerateSerializer, Immutable, Alias("doc.controller")]
public sealed record ControllerDocument
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    [Id(0)] public required string Country { get; init; }

    /// <summary>0 … 1, at most 6 decimals.</summary>
    [Id(1)] public required decimal Share { get; init; }
}
