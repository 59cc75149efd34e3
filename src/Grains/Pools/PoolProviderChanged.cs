using Fulcrum.Contracts.Documents;

namespace Fulcrum.Grains.Pools;

/// <summary>The provider has told its facts, fees and status.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Version">Version of the provider.</param>
/// <param name="ConfigChanged">Whether anything is different from before.</param>
/// <param name="GateChanged">Whether holds must be checked again.</param>
public sealed record PoolProviderChanged(ProviderDocument Provider, long Version, bool ConfigChanged, bool GateChanged) : PoolEvent;
