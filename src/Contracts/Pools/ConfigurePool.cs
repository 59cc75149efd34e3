using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Identity;

namespace Fulcrum.Contracts.Pools;

/// <summary>Creates a pool or replaces its configuration.</summary>
[GenerateSerializer, Immutable, Alias("pools.configure")]
public sealed record ConfigurePool
{
    /// <summary>Identifies the command, minted at the edge.</summary>
    [Id(0)] public required Guid CommandId { get; init; }

    /// <summary>Decided later than this, the command is refused.</summary>
    [Id(1)] public required DateTimeOffset Deadline { get; init; }

    /// <summary>On whose behalf.</summary>
    [Id(2)] public required Caller Caller { get; init; }

    /// <summary>The pool.</summary>
    [Id(3)] public required ResourcePoolDocument Pool { get; init; }

    /// <summary>Configuration version that must be the current one; absent is any.</summary>
    [Id(4)] public long? ExpectedConfigVersion { get; init; }

    /// <summary>Whether the pool must not exist yet.</summary>
    [Id(5)] public bool MustNotExist { get; init; }
}
