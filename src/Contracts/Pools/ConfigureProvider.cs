using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Identity;

namespace Fulcrum.Contracts.Pools;

/// <summary>Tells a pool the facts, fees and status of its provider. Older versions are ignored.</summary>
[GenerateSerializer, Immutable, Alias("pools.configure-provider")]
public sealed record ConfigureProvider
{
    /// <summary>Identifies the command, minted at the edge.</summary>
    [Id(0)] public required Guid CommandId { get; init; }

    /// <summary>Decided later than this, the command is refused.</summary>
    [Id(1)] public required DateTimeOffset Deadline { get; init; }

    /// <summary>On whose behalf.</summary>
    [Id(2)] public required Caller Caller { get; init; }

    /// <summary>The provider.</summary>
    [Id(3)] public required ProviderDocument Provider { get; init; }

    /// <summary>Version of the provider.</summary>
    [Id(4)] public required long Version { get; init; }
}
