using System.Collections.Immutable;

namespace Fulcrum.Contracts.Documents;

/// <summary>A certificate of a scheme.</summary>
[GenerateSerializer, Immutable, Alias("doc.certificate")]
public sealed record CertificateDocument
{
    /// <summary>Name of the scheme.</summary>
    [Id(0)] public required string Scheme { get; init; }

    /// <summary>Level reached.</summary>
    [Id(1)] public string? Level { get; init; }

    /// <summary>Service traits covered; absent covers the whole provider.</summary>
    [Id(2)] public ImmutableArray<string>? Scopes { get; init; }

    /// <summary>First valid UTC day; absent is open.</summary>
    [Id(3)] public DateOnly? ValidFrom { get; init; }

    /// <summary>Last valid UTC day; absent is open.</summary>
    [Id(4)] public DateOnly? ValidTo { get; init; }

    /// <summary>Where it can be verified.</summary>
    [Id(5)] public string? Evidence { get; init; }
}
