using System.Collections.Immutable;

namespace Fulcrum.Contracts.Documents;

/// <summary>Value of a plan per term, EUR per month.</summary>
[GenerateSerializer, Immutable, Alias("doc.score")]
public sealed record ScoreDocument
{
    /// <summary>The price term.</summary>
    [Id(0)] public required decimal Price { get; init; }

    /// <summary>The locality term.</summary>
    [Id(1)] public required decimal Locality { get; init; }

    /// <summary>The sovereignty term.</summary>
    [Id(2)] public required decimal Sovereignty { get; init; }

    /// <summary>Sum of replica prices.</summary>
    [Id(3)] public required decimal Resources { get; init; }

    /// <summary>Fees of the providers used.</summary>
    [Id(4)] public required decimal Fees { get; init; }

    /// <summary>Egress of the providers used.</summary>
    [Id(5)] public required decimal Egress { get; init; }

    /// <summary>What belongs to one item.</summary>
    [Id(6)] public ImmutableArray<ItemScoreDocument> Items { get; init; } = [];
}
