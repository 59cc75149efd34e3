namespace Fulcrum.Grains.Verification;

/// <summary>Recomputes everything from events and compares, while silos go on writing.</summary>
/// <remarks>
/// A head row is read first, then the events up to its version: that is one consistent state of the stream, without a transaction that lasts. Pools are read before
/// orders and providers; where those tell something else, both are read again.
/// </remarks>
public static class Verifier
{
    /// <summary>Verifies a whole database.</summary>
    /// <param name="store">The database.</param>
    /// <param name="scratch">Where claims wait.</param>
    /// <param name="time">The clock that due work is judged by.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<VerificationReport> RunAsync(IVerifiedStore store, IClaimScratch scratch, TimeProvider time, CancellationToken cancellationToken)
    {
        DateTimeOffset startedAt = time.GetUtcNow();
        VerificationNotes notes = new();

        // 1. Streams that stand alone.
        await new MarketVerification(store, notes, time).RunAsync(cancellationToken);
        await new KeyVerification(store, notes, time).RunAsync(cancellationToken);

        // 2. Pools, then those who tell pools what to do.
        PoolVerification pools = new(store, scratch, notes, time);
        await pools.RunAsync(cancellationToken);
        ProviderVerification providers = new(store, pools, notes, time);
        await providers.RunAsync(cancellationToken);
        providers.NoteOrphans();
        OrderVerification orders = new(store, scratch, notes, time);
        await orders.RunAsync(cancellationToken);

        // 3. What did not fit, again.
        await new ClaimVerification(scratch, pools, orders, notes).RunAsync(cancellationToken);

        // 4. Rows that belong nowhere.
        await foreach (string stray in store.ReadStraysAsync(cancellationToken)) notes.Violation(VerificationCheck.Heads, stray, "It has events, but no head row of a known kind.");
        await foreach (string misplaced in store.ReadMisplacedAsync(cancellationToken)) notes.Violation(VerificationCheck.Feed, misplaced, "Its place in the feed is not its own, or lies where the feed does not reach.");
        return notes.ToReport(startedAt, time.GetUtcNow());
    }
}
