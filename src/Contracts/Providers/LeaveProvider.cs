using Fulcrum.Contracts.Identity;

namespace Fulcrum.Contracts.Providers;

/// <summary>A retired pool leaves its provider's list.</summary>
[GenerateSerializer, Immutable, Alias("providers.leave")]
public sealed record LeaveProvider
{
    /// <summary>Identifies the command, minted at the edge.</summary>
    [Id(0)] public required Guid CommandId { get; init; }

    /// <summary>Decided later than this, the command is refused.</summary>
    [Id(1)] public required DateTimeOffset Deadline { get; init; }

    /// <summary>On whose behalf.</summary>
    [Id(2)] public required Caller Caller { get; init; }

    /// <summary>The pool.</summary>
    [Id(3)] public required ResourcePoolId Pool { get; init; }
}
