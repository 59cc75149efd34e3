using System.Collections.Immutable;

namespace Fulcrum.Grains.Providers;

/// <summary>Pools have taken over a version, and the orders concerned are settled.</summary>
/// <param name="Pools">The pools.</param>
/// <param name="Version">The version.</param>
public sealed record ProviderAcknowledged(ImmutableArray<string> Pools, long Version) : ProviderEvent;
