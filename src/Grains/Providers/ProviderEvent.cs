namespace Fulcrum.Grains.Providers;

/// <summary>A change of a provider.</summary>
public abstract record ProviderEvent;
