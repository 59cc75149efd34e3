using System.Collections.Immutable;

namespace Fulcrum.Contracts.Documents;

/// <summary>The trade-off between price, locality and sovereignty.</summary>
[GenerateSerializer, Immutable, Alias("doc.frontier")]
public sealed record FrontierDocument
{
    /// <summary>Whether every question was answered; false when time ran out.</summary>
    [Id(0)] public bool Complete { get; init; }

    /// <summary>Plans of which none is nowhere worse than another, cheapest first.</summary>
    [Id(1)] public ImmutableArray<FrontierPlanDocument> Plans { get; init; } = [];
}
