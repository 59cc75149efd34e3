using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Grains.Orders;

namespace Fulcrum.Grains.Verification;

/// <summary>What an order expects of a pool about one attempt.</summary>
/// <param name="State">What the claim is to be.</param>
/// <param name="WasConfirmed">Whether the order was confirmed at some time.</param>
/// <param name="Amounts">What is claimed, in words; null when the order does not know.</param>
internal readonly record struct ClaimExpectation(ExpectedClaim State, bool WasConfirmed, string? Amounts)
{
    /// <summary>Whether a pool that has no claim is at fault.</summary>
    public bool NeedsClaim => State is ExpectedClaim.Held or ExpectedClaim.Confirming or ExpectedClaim.Allocated;

    /// <summary>What an order expects.</summary>
    public static ClaimExpectation Of(OrderRecord order, Guid attempt, string pool)
    {
        bool owed = order.Owed.Exists(verdict => verdict.Attempt == attempt && verdict.Pool == pool);
        SortedMap<long>? amounts = attempt == order.Attempt ? order.Holds.FirstOrDefault(hold => hold.Pool.Value == pool)?.Amounts : null;
        return amounts is null
            ? new ClaimExpectation(owed ? ExpectedClaim.Releasing : ExpectedClaim.Unknown, WasConfirmed: false, null)
            : new ClaimExpectation(OfTheOrder(order, owed), order.ConfirmedAt is not null, Verification.Amounts.InWords(amounts));
    }

    private static ExpectedClaim OfTheOrder(OrderRecord order, bool owed) => order.State switch
    {
        OrderState.Held => ExpectedClaim.Held,
        OrderState.Confirmed or OrderState.Active => owed ? ExpectedClaim.Confirming : ExpectedClaim.Allocated,
        _ => owed ? ExpectedClaim.Releasing : ExpectedClaim.None,
    };
}
