using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Documents;

/// <summary>Typed facts with evidence and validity. A member that is absent is a missing fact: it fails the gate that asks for it.</summary>
[GenerateSerializer, Immutable, Alias("doc.sovereignty")]
[JsonConverter(typeof(SovereigntyProfileConverter))]
public sealed record SovereigntyProfile
{
    /// <summary>A profile without any fact.</summary>
    public static SovereigntyProfile None { get; } = new();

    /// <summary>Country of the registered seat.</summary>
    [Id(0)] public string? Seat { get; init; }

    /// <summary>Who controls the provider.</summary>
    [Id(1)] public ImmutableArray<ControllerDocument>? Controllers { get; init; }

    /// <summary>Countries of the staff that operates the service.</summary>
    [Id(2)] public ImmutableArray<string>? StaffCountries { get; init; }

    /// <summary>Countries from which the service is administered remotely; an empty list states that there is none.</summary>
    [Id(3)] public ImmutableArray<string>? RemoteAdministrationFrom { get; init; }

    /// <summary>Who holds the encryption keys.</summary>
    [Id(4)] public string? KeyCustody { get; init; }

    /// <summary>Countries where data is kept.</summary>
    [Id(5)] public ImmutableArray<string>? DataCountries { get; init; }

    /// <summary>Certificates held.</summary>
    [Id(6)] public ImmutableArray<CertificateDocument>? Certificates { get; init; }

    /// <summary>Level reached per objective, <c>SOV-1</c> … <c>SOV-8</c>.</summary>
    [Id(7)] public SortedMap<int>? Seal { get; init; }

    /// <summary>In a pool: JSON names of facts of the provider that were given as <c>null</c>, that is, withdrawn for this pool.</summary>
    [Id(8)] public ImmutableArray<string> Withdrawn { get; init; } = [];
}
