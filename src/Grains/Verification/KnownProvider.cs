namespace Fulcrum.Grains.Verification;

/// <summary>What a pool knows of its provider.</summary>
/// <param name="Provider">Id of the provider.</param>
/// <param name="Version">Version that it has been told.</param>
/// <param name="Document">The provider as it has been told, as JSON.</param>
internal sealed record KnownProvider(string Provider, long Version, string Document);
