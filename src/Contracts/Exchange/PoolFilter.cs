using Fulcrum.Contracts.Documents;

namespace Fulcrum.Contracts.Exchange;

/// <summary>Which pools to list.</summary>
[GenerateSerializer, Immutable, Alias("exchange.pool-filter")]
public sealed record PoolFilter
{
    /// <summary>Only this provider's.</summary>
    [Id(0)] public string? ProviderId { get; init; }

    /// <summary>Only at this location.</summary>
    [Id(1)] public string? LocationId { get; init; }

    /// <summary>Only in this status.</summary>
    [Id(2)] public LifecycleStatus? Status { get; init; }
}
