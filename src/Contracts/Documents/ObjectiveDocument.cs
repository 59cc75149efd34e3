using System.Collections.Immutable;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Documents;

/// <summary>What is minimised.</summary>
[GenerateSerializer, Immutable, Alias("doc.objective")]
public sealed record ObjectiveDocument
{
    /// <summary>How terms are combined.</summary>
    [Id(0)] public ObjectiveMode Mode { get; init; }

    /// <summary>Weight.</summary>
    [Id(1)] public decimal Price { get; init; } = 1;

    /// <summary>Weight.</summary>
    [Id(2)] public decimal Locality { get; init; } = 1;

    /// <summary>Weight.</summary>
    [Id(3)] public decimal Sovereignty { get; init; } = 1;

    /// <summary>Terms in strict order, for lexicographic.</summary>
    [Id(4)] public ImmutableArray<ObjectiveTerm> Order { get; init; } = [];

    /// <summary>Tolerance by term, for lexicographic.</summary>
    [Id(5)] public SortedMap<decimal> Tolerance { get; init; } = [];
}
