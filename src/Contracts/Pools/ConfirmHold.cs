using Fulcrum.Contracts.Identity;

namespace Fulcrum.Contracts.Pools;

/// <summary>Turns a hold into an allocation. Never refused while the hold exists.</summary>
[GenerateSerializer, Immutable, Alias("pools.confirm")]
public sealed record ConfirmHold
{
    /// <summary>Identifies the command, minted at the edge.</summary>
    [Id(0)] public required Guid CommandId { get; init; }

    /// <summary>Decided later than this, the command is refused.</summary>
    [Id(1)] public required DateTimeOffset Deadline { get; init; }

    /// <summary>On whose behalf.</summary>
    [Id(2)] public required Caller Caller { get; init; }

    /// <summary>The claim.</summary>
    [Id(3)] public required HoldId HoldId { get; init; }
}
