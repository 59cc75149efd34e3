using Fulcrum.Contracts.Documents;

namespace Fulcrum.Grains.Providers;

/// <summary>The provider was created, or its profile, fees or status are different.</summary>
/// <param name="Provider">The provider from now on.</param>
public sealed record ProviderChanged(ProviderDocument Provider) : ProviderEvent;
