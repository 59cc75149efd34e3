using Fulcrum.Contracts.Identity;

namespace Fulcrum.Contracts.Pools;

/// <summary>Ends a hold or an allocation; final, also for a hold that has not arrived yet.</summary>
[GenerateSerializer, Immutable, Alias("pools.release")]
public sealed record ReleaseHold
{
    /// <summary>Identifies the command, minted at the edge.</summary>
    [Id(0)] public required Guid CommandId { get; init; }

    /// <summary>Decided later than this, the command is refused.</summary>
    [Id(1)] public required DateTimeOffset Deadline { get; init; }

    /// <summary>On whose behalf.</summary>
    [Id(2)] public required Caller Caller { get; init; }

    /// <summary>The claim.</summary>
    [Id(3)] public required HoldId HoldId { get; init; }

    /// <summary>Deadline of the hold: until then, and a margin, a hold that arrives late is refused.</summary>
    [Id(4)] public required DateTimeOffset HoldDeadline { get; init; }
}
