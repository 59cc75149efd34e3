namespace Fulcrum.Contracts.Documents;

/// <summary>One stage of a lexicographic objective, EUR per month.</summary>
[GenerateSerializer, Immutable, Alias("doc.stage")]
public sealed record StageDocument
{
    /// <summary>Term minimised.</summary>
    [Id(0)] public required ObjectiveTerm Term { get; init; }

    /// <summary>Best value found.</summary>
    [Id(1)] public required decimal Value { get; init; }

    /// <summary>What was proved.</summary>
    [Id(2)] public required decimal Bound { get; init; }
}
