namespace Fulcrum.Grains.Providers;

/// <summary>The provider is off the market for ever.</summary>
public sealed record ProviderRetired : ProviderEvent;
