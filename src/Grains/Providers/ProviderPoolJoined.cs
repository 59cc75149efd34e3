namespace Fulcrum.Grains.Providers;

/// <summary>A pool joined.</summary>
/// <param name="Pool">The pool.</param>
public sealed record ProviderPoolJoined(string Pool) : ProviderEvent;
