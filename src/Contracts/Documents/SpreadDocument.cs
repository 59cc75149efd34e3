namespace Fulcrum.Contracts.Documents;

/// <summary>How the replicas of an item are spread.</summary>
[GenerateSerializer, Immutable, Alias("doc.spread")]
public sealed record SpreadDocument
{
    /// <summary>Kind of domain.</summary>
    [Id(0)] public required DomainKind By { get; init; }

    /// <summary>Most replicas in one domain.</summary>
    [Id(1)] public int? Max { get; init; }

    /// <summary>Most replicas in one domain, as a share.</summary>
    [Id(2)] public decimal? MaxShare { get; init; }

    /// <summary>Least number of domains used.</summary>
    [Id(3)] public int? MinDomains { get; init; }
}
