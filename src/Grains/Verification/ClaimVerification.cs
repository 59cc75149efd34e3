using Fulcrum.Contracts.Identity;
using Fulcrum.Grains.Pools;

namespace Fulcrum.Grains.Verification;

/// <summary>Settles doubts: reads the order, then the pool, then the order again.</summary>
internal sealed class ClaimVerification(IClaimScratch scratch, PoolVerification pools, OrderVerification orders, VerificationNotes notes)
{
    /// <summary>Settles every doubt.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        scratch.DoubtRest();
        foreach (string pool in scratch.DoubtfulPools())
        {
            Guid? after = null;
            while (scratch.Doubts(pool, after, VerificationLimits.DoubtsPerReadingMax) is { Count: > 0 } doubts)
            {
                await SettleAsync(pool, doubts, cancellationToken);
                after = doubts[^1].Attempt;
            }
        }
    }

    private async Task SettleAsync(string pool, IReadOnlyList<ClaimDoubt> doubts, CancellationToken cancellationToken)
    {
        List<(ClaimDoubt Doubt, ClaimExpectation Before)> expected = [];
        foreach (ClaimDoubt doubt in doubts)
        {
            if (await ExpectAsync(doubt, cancellationToken) is { } before) expected.Add((doubt, before));
        }

        if (await pools.CurrentAsync(new ResourcePoolId(pool).Key, cancellationToken) is not { } state) return;
        foreach ((ClaimDoubt doubt, ClaimExpectation before) in expected)
        {
            PoolClaim? claim = state.Claims.TryGetValue(doubt.Attempt, out Claim? known) ? PoolVerification.ClaimOf(pool, doubt.Attempt, known) : null;
            if (!ClaimJudge.Agree(before, claim, doubt.Order)) await JudgeAsync(doubt, before, claim, cancellationToken);
        }
    }

    private async Task JudgeAsync(ClaimDoubt doubt, ClaimExpectation before, PoolClaim? claim, CancellationToken cancellationToken)
    {
        if (await ExpectAsync(doubt, cancellationToken) is not { } after) return;
        if (ClaimJudge.Violation(before, claim, after, doubt.Order) is { } violation)
        {
            notes.Violation(VerificationCheck.Claims, $"{new ResourcePoolId(doubt.Pool).Key} and {doubt.Order}, attempt {doubt.Attempt}", violation);
        }
        else if (claim is not null)
        {
            notes.InFlight++;
        }
    }

    private async Task<ClaimExpectation?> ExpectAsync(ClaimDoubt doubt, CancellationToken cancellationToken)
    {
        try
        {
            return await orders.CurrentAsync(doubt.Order, cancellationToken) is { } order ? ClaimExpectation.Of(order, doubt.Attempt, doubt.Pool) : null;
        }
        catch (FormatException exception)
        {
            notes.Violation(VerificationCheck.Claims, $"{new ResourcePoolId(doubt.Pool).Key}, attempt {doubt.Attempt}", exception.Message);
            return null;
        }
    }
}
