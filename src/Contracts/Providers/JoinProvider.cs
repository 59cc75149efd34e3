using Fulcrum.Contracts.Identity;

namespace Fulcrum.Contracts.Providers;

/// <summary>A pool joins its provider's list, before it may sell.</summary>
[GenerateSerializer, Immutable, Alias("providers.join")]
public sealed record JoinProvider
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
