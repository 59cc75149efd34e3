using System.Collections.Immutable;

namespace Fulcrum.Contracts.Documents;

/// <summary>Which market was planned on.</summary>
public sealed record MarketEvidenceDocument
{
    /// <summary>Version of locations and links.</summary>
    public required long Version { get; init; }

    /// <summary>Providers with a resource pool.</summary>
    public required int Providers { get; init; }

    /// <summary>Resource pools known.</summary>
    public required int ResourcePools { get; init; }

    /// <summary>
    /// Without a plan: SHA-256, hexadecimal, over one line <c>id configVersion generation</c> of each pool, ordered by id, each ended by a line feed.
    /// With a plan the certificate's hash covers the whole problem.
    /// </summary>
    public string? ResourcePoolsHash { get; init; }

    /// <summary>Whether all pools were read afresh for this decision.</summary>
    public bool ReadAfresh { get; init; }

    /// <summary>Other orders that this one was planned together with: its plan may have given way to theirs. Absent when it was planned alone.</summary>
    public int? PlannedWith { get; init; }

    /// <summary>Pools that were left out because they did not answer.</summary>
    public ImmutableArray<string> Excluded { get; init; } = [];
}
