namespace Fulcrum.Grains.Providers;

/// <summary>A retired pool left.</summary>
/// <param name="Pool">The pool.</param>
public sealed record ProviderPoolLeft(string Pool) : ProviderEvent;
