using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Requests;

/// <summary>How an idempotency key follows from its events, and who may use it.</summary>
public sealed class IdempotencyKeyRules(string tenant) : IStreamRules<IdempotencyKeyState, IdempotencyKeyTaken>
{
    /// <summary>How its events are stored. Append only.</summary>
    public static EventCodec<IdempotencyKeyTaken> Codec { get; } = new EventCodec<IdempotencyKeyTaken>().Add<IdempotencyKeyTaken>("key.taken.1");

    /// <summary>Takes a key; whether it was free or taken by the same request.</summary>
    public static Decision<IdempotencyKeyState, IdempotencyKeyTaken, bool> Take(IdempotencyKeyState state, string fingerprint) => state.Fingerprint is { } known
        ? new([], _ => known == fingerprint)
        : new([new IdempotencyKeyTaken(fingerprint)], static _ => true);

    /// <inheritdoc/>
    public IdempotencyKeyState Create() => new();

    /// <inheritdoc/>
    public void Apply(IdempotencyKeyState state, IdempotencyKeyTaken change, DateTimeOffset at) => state.Fingerprint = change.Fingerprint;

    /// <inheritdoc/>
    public HeadFields Head(IdempotencyKeyState state, long since) => new() { Kind = StreamKinds.Key, Tenant = tenant };
}
