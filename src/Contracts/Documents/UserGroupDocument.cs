namespace Fulcrum.Contracts.Documents;

/// <summary>Users of an item at one location.</summary>
[GenerateSerializer, Immutable, Alias("doc.users")]
public sealed record UserGroupDocument
{
    /// <summary>Where they are.</summary>
    [Id(0)] public required string LocationId { get; init; }

    /// <summary>Largest round trip, milliseconds.</summary>
    [Id(1)] public decimal? MaxLatencyMs { get; init; }

    /// <summary>Traffic of the whole item to them.</summary>
    [Id(2)] public decimal EgressGiBMonthly { get; init; }

    /// <summary>What a millisecond is worth, EUR per month.</summary>
    [Id(3)] public decimal ValuePerMsMonthly { get; init; }
}
