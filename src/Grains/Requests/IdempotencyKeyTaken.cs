namespace Fulcrum.Grains.Requests;

/// <summary>The key was used for a request.</summary>
/// <param name="Fingerprint">Hash of the request.</param>
public sealed record IdempotencyKeyTaken(string Fingerprint);
