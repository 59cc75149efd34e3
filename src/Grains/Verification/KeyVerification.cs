using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Requests;

namespace Fulcrum.Grains.Verification;

/// <summary>Verifies idempotency keys: each is taken once, by one request.</summary>
internal sealed class KeyVerification(IVerifiedStore store, VerificationNotes notes, TimeProvider time)
    : StreamVerification<IdempotencyKeyState, IdempotencyKeyTaken>(store, notes, time)
{
    private const string Prefix = "key:";

    /// <inheritdoc/>
    protected override string Kind => StreamKinds.Key;

    /// <inheritdoc/>
    protected override EventCodec<IdempotencyKeyTaken> Codec => IdempotencyKeyRules.Codec;

    /// <inheritdoc/>
    protected override IStreamRules<IdempotencyKeyState, IdempotencyKeyTaken> Rules(string stream)
    {
        int separator = stream.IndexOf('/', StringComparison.Ordinal);
        if (separator < 0 || !stream.StartsWith(Prefix, StringComparison.Ordinal)) throw new FormatException($"'{stream}' is no idempotency key.");
        return new IdempotencyKeyRules(stream[Prefix.Length..separator]);
    }

    /// <inheritdoc/>
    protected override void Judge(string stream, IdempotencyKeyState state, IdempotencyKeyTaken change, StoredEvent stored)
    {
        Notes.Count(VerificationCheck.Keys);
        if (state.Fingerprint is not null) Notes.Violation(VerificationCheck.Keys, $"{stream} event {stored.Version}", "The key is taken a second time.");
    }
}
