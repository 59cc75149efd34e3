using Fulcrum.Contracts.Identity;

namespace Fulcrum.Contracts.Providers;

/// <summary>Takes a provider off the market for ever; refused while it has pools.</summary>
[GenerateSerializer, Immutable, Alias("providers.retire")]
public sealed record RetireProvider
{
    /// <summary>Identifies the command, minted at the edge.</summary>
    [Id(0)] public required Guid CommandId { get; init; }

    /// <summary>Decided later than this, the command is refused.</summary>
    [Id(1)] public required DateTimeOffset Deadline { get; init; }

    /// <summary>On whose behalf.</summary>
    [Id(2)] public required Caller Caller { get; init; }

    /// <summary>Version that must be the current one; absent is any.</summary>
    [Id(3)] public long? ExpectedVersion { get; init; }
}
