namespace Fulcrum.Contracts.Documents;

/// <summary>What one item contributes, EUR per month.</summary>
[GenerateSerializer, Immutable, Alias("doc.item-score")]
public sealed record ItemScoreDocument
{
    /// <summary>Item.</summary>
    [Id(0)] public required string ItemId { get; init; }

    /// <summary>Sum of its replica prices.</summary>
    [Id(1)] public required decimal Resources { get; init; }

    /// <summary>Its locality.</summary>
    [Id(2)] public required decimal Locality { get; init; }

    /// <summary>Its preferences not met.</summary>
    [Id(3)] public required decimal Sovereignty { get; init; }
}
