using System.Text.Json.Serialization;

namespace Fulcrum.Contracts.Documents;

/// <summary>A wish with a value: the members of a sovereignty policy and what meeting them is worth.</summary>
[GenerateSerializer, Immutable, Alias("doc.preference")]
[JsonConverter(typeof(PreferenceConverter))]
public sealed record PreferenceDocument
{
    /// <summary>Met when all its members are.</summary>
    [Id(0)] public required SovereigntyPolicyDocument Requirement { get; init; }

    /// <summary>EUR per month for the whole order.</summary>
    [Id(1)] public required decimal ValueMonthly { get; init; }
}
