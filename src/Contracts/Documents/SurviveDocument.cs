namespace Fulcrum.Contracts.Documents;

/// <summary>Whichever single domain is lost, at least this many replicas remain.</summary>
[GenerateSerializer, Immutable, Alias("doc.survive")]
public sealed record SurviveDocument
{
    /// <summary>Kind of domain.</summary>
    [Id(0)] public required DomainKind LossOf { get; init; }

    /// <summary>Replicas that remain.</summary>
    [Id(1)] public int MinReplicas { get; init; } = 1;
}
