using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Orders;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Orders;

/// <summary>Tells from the head row of an order, without the order, that a hold of it stands.</summary>
internal static class StandingHolds
{
    private static readonly string Held = OrderRules.HeadState(OrderState.Held);

    /// <summary>When to ask the order about a hold that stands; null when the head row does not say so, and the order is to be asked.</summary>
    /// <remarks>
    /// Attempts of an order end at different instants, so the end tells which of them the order holds. Were two the same, the claim of the other would
    /// stay until that end, when the order is asked.
    /// </remarks>
    public static DateTimeOffset? AskAgainAt(HeadFields order, DateTimeOffset expiresAt, DateTimeOffset now)
    {
        if (order.State != Held || order.Summary is not { } summary || order.NextDue is not { } due || due <= now) return null;
        return Summaries.Read<OrderListItem>(summary).ExpiresAt == expiresAt ? due.AddSeconds(OrderLimits.ExpiryProbeSeconds) : null;
    }
}
