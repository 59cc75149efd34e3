using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Identity;

namespace Fulcrum.Contracts.Providers;

/// <summary>Creates a provider or replaces its profile.</summary>
[GenerateSerializer, Immutable, Alias("providers.change")]
public sealed record ChangeProvider
{
    /// <summary>Identifies the command, minted at the edge.</summary>
    [Id(0)] public required Guid CommandId { get; init; }

    /// <summary>Decided later than this, the command is refused.</summary>
    [Id(1)] public required DateTimeOffset Deadline { get; init; }

    /// <summary>On whose behalf.</summary>
    [Id(2)] public required Caller Caller { get; init; }

    /// <summary>The provider.</summary>
    [Id(3)] public required ProviderDocument Provider { get; init; }

    /// <summary>Version that must be the current one; absent is any.</summary>
    [Id(4)] public long? ExpectedVersion { get; init; }

    /// <summary>Whether the provider must not exist yet.</summary>
    [Id(5)] public bool MustNotExist { get; init; }

    /// <summary>Whether the provider must exist.</summary>
    [Id(6)] public bool MustExist { get; init; }
}
