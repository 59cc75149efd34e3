namespace Fulcrum.Contracts.Documents;

/// <summary>The most that a term of the objective may be.</summary>
[GenerateSerializer, Immutable, Alias("doc.term-limit")]
public sealed record TermLimitDocument
{
    /// <summary>The term.</summary>
    [Id(0)] public required ObjectiveTerm Term { get; init; }

    /// <summary>Its largest value, EUR per month.</summary>
    [Id(1)] public required decimal Value { get; init; }
}
