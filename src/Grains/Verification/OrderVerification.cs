using Fulcrum.Contracts.Identity;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Orders;

namespace Fulcrum.Grains.Verification;

/// <summary>Verifies orders: recomputes every state, and compares it with what pools have told before.</summary>
internal sealed class OrderVerification(IVerifiedStore store, IClaimScratch scratch, VerificationNotes notes, TimeProvider time) : StreamVerification<OrderRecord, OrderEvent>(store, notes, time)
{
    private readonly OrderAudit _audit = new(notes);

    /// <inheritdoc/>
    protected override string Kind => StreamKinds.Order;

    /// <inheritdoc/>
    protected override EventCodec<OrderEvent> Codec => OrderRules.Codec;

    /// <inheritdoc/>
    protected override IStreamRules<OrderRecord, OrderEvent> Rules(string stream) => new OrderRules(OrderId.FromKey(stream));

    /// <inheritdoc/>
    protected override void Judge(string stream, OrderRecord state, OrderEvent change, StoredEvent stored) => _audit.Judge(stream, state, change, stored);

    /// <inheritdoc/>
    protected override Task VerifiedAsync(VerifiedHead head, OrderRecord state, CancellationToken cancellationToken)
    {
        Notes.Count(VerificationCheck.Orders);
        if (state.Attempt is not { } attempt) return Task.CompletedTask;
        string order = head.Head.Stream;
        foreach (string pool in state.Holds.Select(static hold => hold.Pool.Value))
        {
            Notes.Count(VerificationCheck.Claims);
            if (!ClaimJudge.Agree(ClaimExpectation.Of(state, attempt, pool), scratch.Take(pool, attempt), order)) scratch.Doubt(new ClaimDoubt(pool, attempt, order));
        }

        return Task.CompletedTask;
    }
}
