using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Identity;

namespace Fulcrum.Contracts.Providers;

/// <summary>Drains, suspends or activates a provider.</summary>
[GenerateSerializer, Immutable, Alias("providers.set-status")]
public sealed record SetProviderStatus
{
    /// <summary>Identifies the command, minted at the edge.</summary>
    [Id(0)] public required Guid CommandId { get; init; }

    /// <summary>Decided later than this, the command is refused.</summary>
    [Id(1)] public required DateTimeOffset Deadline { get; init; }

    /// <summary>On whose behalf.</summary>
    [Id(2)] public required Caller Caller { get; init; }

    /// <summary>The new status.</summary>
    [Id(3)] public LifecycleStatus Status { get; init; }
}
