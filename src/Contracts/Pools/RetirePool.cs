using Fulcrum.Contracts.Identity;

namespace Fulcrum.Contracts.Pools;

/// <summary>Takes a pool off the market; refused while something is claimed there.</summary>
[GenerateSerializer, Immutable, Alias("pools.retire")]
public sealed record RetirePool
{
    /// <summary>Identifies the command, minted at the edge.</summary>
    [Id(0)] public required Guid CommandId { get; init; }

    /// <summary>Decided later than this, the command is refused.</summary>
    [Id(1)] public required DateTimeOffset Deadline { get; init; }

    /// <summary>On whose behalf.</summary>
    [Id(2)] public required Caller Caller { get; init; }

    /// <summary>Configuration version that must be the current one; absent is any.</summary>
    [Id(3)] public long? ExpectedConfigVersion { get; init; }
}
