namespace Fulcrum.Grains.Requests;

/// <summary>An idempotency key. Changed by events only.</summary>
public sealed class IdempotencyKeyState
{
    /// <summary>Fingerprint of the request it was used for; null while it is free.</summary>
    public string? Fingerprint { get; set; }
}
