using Fulcrum.Contracts.Identity;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Markets;

namespace Fulcrum.Grains.Verification;

/// <summary>Verifies markets.</summary>
internal sealed class MarketVerification(IVerifiedStore store, VerificationNotes notes, TimeProvider time) : StreamVerification<MarketState, MarketEvent>(store, notes, time)
{
    /// <inheritdoc/>
    protected override string Kind => StreamKinds.Market;

    /// <inheritdoc/>
    protected override EventCodec<MarketEvent> Codec => MarketStreamRules.Codec;

    /// <inheritdoc/>
    protected override IStreamRules<MarketState, MarketEvent> Rules(string stream)
    {
        MarketId.FromKey(stream);
        return new MarketStreamRules();
    }
}
