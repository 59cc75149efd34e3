using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;

namespace Fulcrum.Contracts.Providers;

/// <summary>What a provider says to a pool that joins.</summary>
[GenerateSerializer, Immutable, Alias("providers.join-reply")]
public sealed record JoinReply
{
    /// <summary>Code of <see cref="ErrorCodes"/>; absent is success.</summary>
    [Id(0)] public string? Code { get; init; }

    /// <summary>In words.</summary>
    [Id(1)] public string? Detail { get; init; }

    /// <summary>The provider as it is now; absent with a refusal.</summary>
    [Id(2)] public ProviderDocument? Provider { get; init; }

    /// <summary>Its version.</summary>
    [Id(3)] public long Version { get; init; }
}
