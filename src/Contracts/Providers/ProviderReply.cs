using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;

namespace Fulcrum.Contracts.Providers;

/// <summary>What became of a change of a provider.</summary>
[GenerateSerializer, Immutable, Alias("providers.reply")]
public sealed record ProviderReply
{
    /// <summary>Code of <see cref="ErrorCodes"/>; absent is success.</summary>
    [Id(0)] public string? Code { get; init; }

    /// <summary>In words.</summary>
    [Id(1)] public string? Detail { get; init; }

    /// <summary>Whether the provider is new.</summary>
    [Id(2)] public bool Created { get; init; }

    /// <summary>Whether anything is different from before.</summary>
    [Id(3)] public bool Changed { get; init; }

    /// <summary>The provider after the change.</summary>
    [Id(4)] public ProviderView? Provider { get; init; }
}
