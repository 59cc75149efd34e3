namespace Fulcrum.Grains.Verification;

/// <summary>
/// Judges a claim by what its order expected before the pool was read and what it expected after. The protocol makes that decisive: an order counts on a claim,
/// or on its end, only when the pool has recorded it; and a pool frees or allocates only what its order has given up or confirmed.
/// </summary>
internal static class ClaimJudge
{
    /// <summary>Whether pool and order tell the same.</summary>
    public static bool Agree(ClaimExpectation expected, PoolClaim? claim, string order) => claim is null
        ? !expected.NeedsClaim
        : Mismatch(expected, claim, order) is null && (claim.Allocated
            ? expected.State is ExpectedClaim.Allocated or ExpectedClaim.Confirming
            : expected.State is ExpectedClaim.Held or ExpectedClaim.Confirming);

    /// <summary>What is wrong; null when the difference is only that something is on its way.</summary>
    public static string? Violation(ClaimExpectation before, PoolClaim? claim, ClaimExpectation after, string order)
    {
        if (claim is null) return before.NeedsClaim && after.NeedsClaim ? $"The order counts on a claim ({after.State}) that the pool does not have." : null;
        if ((Mismatch(before, claim, order) ?? Mismatch(after, claim, order)) is { } mismatch) return mismatch;
        if (before.State == ExpectedClaim.None) return "The pool has acknowledged the end of the claim, and has it still.";
        if (!claim.Allocated) return before.State == ExpectedClaim.Allocated ? "The pool has acknowledged the confirmation, and only holds the claim." : null;
        return after is { State: ExpectedClaim.Unknown or ExpectedClaim.Held } or { WasConfirmed: false } ? "The pool has an allocation that its order has not confirmed." : null;
    }

    private static string? Mismatch(ClaimExpectation expected, PoolClaim claim, string order)
    {
        if (claim.Order != order) return $"The claim of the pool is of {claim.Order}.";
        return expected.Amounts is { } amounts && amounts != claim.Amounts ? $"The pool has {claim.Amounts}, the order {amounts}." : null;
    }
}
