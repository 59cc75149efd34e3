using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Pools;

namespace Fulcrum.Grains.Pools;

/// <summary>Lists claims.</summary>
internal static class ClaimLists
{
    /// <summary>A page of claims ordered by attempt.</summary>
    public static ClaimPage Page(PoolState state, ListClaims query)
    {
        int limit = Math.Clamp(query.Limit, 1, PoolLimits.ClaimsPerPageMax);
        PriorityQueue<Guid, Guid> first = new(limit + 2, Comparer<Guid>.Create(static (left, right) => right.CompareTo(left)));
        foreach (Guid attempt in state.Claims.Keys)
        {
            if (query.After is { } after && attempt.CompareTo(after.Value) <= 0) continue;
            first.Enqueue(attempt, attempt);
            if (first.Count > limit + 1) first.Dequeue();
        }

        Guid[] attempts = [.. first.UnorderedItems.Select(item => item.Element).Order()];
        return new ClaimPage
        {
            Items = [.. attempts.Take(limit).Select(attempt => View(state, attempt))],
            Next = attempts.Length > limit ? new AttemptId(attempts[limit - 1]) : null,
            Total = state.Claims.Count,
        };
    }

    private static ClaimView View(PoolState state, Guid attempt)
    {
        Claim claim = state.Claims[attempt];
        HeldClaim? hold = claim as HeldClaim;
        return new ClaimView
        {
            Order = OrderId.FromKey(claim.Order),
            Attempt = new AttemptId(attempt),
            State = hold is null ? ClaimState.Allocated : ClaimState.Held,
            Amounts = claim.Amounts,
            ConfigVersion = claim.ConfigVersion,
            Drifted = hold is null && (state.Suspended || claim.Drifted),
            ExpiresAt = hold?.ExpiresAt,
        };
    }
}
