using System.Collections.Immutable;

namespace Fulcrum.Contracts.Documents;

/// <summary>A scheme, and the levels accepted.</summary>
[GenerateSerializer, Immutable, Alias("doc.certificate-alternative")]
public sealed record CertificateAlternativeDocument
{
    /// <summary>Name of the scheme.</summary>
    [Id(0)] public required string Scheme { get; init; }

    /// <summary>Accepted levels; absent accepts any.</summary>
    [Id(1)] public ImmutableArray<string>? Levels { get; init; }
}
