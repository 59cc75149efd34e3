using System.Collections.Immutable;

namespace Fulcrum.Contracts.Documents;

/// <summary>One of the alternatives must be met.</summary>
[GenerateSerializer, Immutable, Alias("doc.certificate-requirement")]
public sealed record CertificateRequirementDocument
{
    /// <summary>Alternatives.</summary>
    [Id(0)] public ImmutableArray<CertificateAlternativeDocument> AnyOf { get; init; } = [];
}
