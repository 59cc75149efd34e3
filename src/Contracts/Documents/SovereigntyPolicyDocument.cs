using System.Collections.Immutable;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Documents;

/// <summary>What is demanded of a pool's facts; an absent member demands nothing. Countries may be groups (EU, EEA).</summary>
[GenerateSerializer, Immutable, Alias("doc.sovereignty-policy")]
public sealed record SovereigntyPolicyDocument
{
    /// <summary>Where the pool and its data are.</summary>
    [Id(0)] public ImmutableArray<string>? DataCountries { get; init; }

    /// <summary>Where the seat is.</summary>
    [Id(1)] public ImmutableArray<string>? SeatIn { get; init; }

    /// <summary>Where the staff is.</summary>
    [Id(2)] public ImmutableArray<string>? StaffIn { get; init; }

    /// <summary>Where remote administration comes from.</summary>
    [Id(3)] public ImmutableArray<string>? RemoteAdministrationIn { get; init; }

    /// <summary>Accepted kinds of key custody.</summary>
    [Id(4)] public ImmutableArray<string>? KeyCustody { get; init; }

    /// <summary>Largest share of control not shown to be in the EU, 0 … 1.</summary>
    [Id(5)] public decimal? MaxNonEuControlShare { get; init; }

    /// <summary>Certificates asked for.</summary>
    [Id(6)] public ImmutableArray<CertificateRequirementDocument>? Certificates { get; init; }

    /// <summary>Least level per objective.</summary>
    [Id(7)] public SortedMap<int>? MinSeal { get; init; }
}
