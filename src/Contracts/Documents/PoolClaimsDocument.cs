using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Documents;

/// <summary>What was claimed of a pool when it was planned on. Free is what can be sold less both.</summary>
public sealed record PoolClaimsDocument
{
    /// <summary>Pool.</summary>
    public required string ResourcePoolId { get; init; }

    /// <summary>Version of its configuration.</summary>
    public required long ConfigVersion { get; init; }

    /// <summary>Version of its ledger.</summary>
    public required long Generation { get; init; }

    /// <summary>Held and allocated at that version, per class.</summary>
    public SortedMap<long> Claimed { get; init; } = [];

    /// <summary>Claims of other orders under way on the silo that planned, per class.</summary>
    public SortedMap<long> InFlight { get; init; } = [];
}
