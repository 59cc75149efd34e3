using System.Text.Json.Serialization;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;

namespace Fulcrum.Grains.Providers;

/// <summary>A provider, and which of its pools know which version. Changed by events only.</summary>
public sealed class ProviderState
{
    /// <summary>The provider; null when it has never existed.</summary>
    public ProviderDocument? Provider { get; set; }

    /// <summary>Version of the profile; grows with every change of it.</summary>
    public long Version { get; set; }

    /// <summary>Its pools, each with the version it has acknowledged.</summary>
    public SortedDictionary<string, long> Pools { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Whether it is off the market for ever.</summary>
    public bool Retired { get; set; }

    /// <summary>Instant of the last event.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Whether it exists.</summary>
    [JsonIgnore]
    public bool Exists => Provider is not null && !Retired;

    /// <summary>Pools that have not acknowledged the present version.</summary>
    [JsonIgnore]
    public IEnumerable<string> Behind => Pools.Where(pool => pool.Value < Version).Select(pool => pool.Key);

    /// <summary>The provider as others see it; null when it does not exist.</summary>
    public ProviderView? ToView() => Exists ? LastView() : null;

    /// <summary>The provider as it was last, also when it is retired; null when it has never existed.</summary>
    public ProviderView? LastView() => Provider is null ? null : new ProviderView
    {
        Provider = Provider,
        Version = Version,
        ResourcePoolIds = [.. Pools.Keys],
        PendingPools = Behind.LongCount(),
    };
}
