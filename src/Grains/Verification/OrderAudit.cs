using Fulcrum.Contracts.Orders;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Orders;

namespace Fulcrum.Grains.Verification;

/// <summary>Judges every event of an order by the state before it.</summary>
internal sealed class OrderAudit(VerificationNotes notes)
{
    /// <summary>Notes what should not have been recorded.</summary>
    public void Judge(string stream, OrderRecord state, OrderEvent change, StoredEvent stored)
    {
        string where = $"{stream} event {stored.Version} ({stored.Type})";
        if (Fault(state, change, stored.At) is { } fault) notes.Violation(VerificationCheck.Orders, where, fault);
        if (change is OrderTold { Lost.IsDefaultOrEmpty: false } told) notes.Violation(VerificationCheck.Claims, where, $"Confirmed, but these pools had lost the claim: {string.Join(", ", told.Lost)}.");
    }

    private static string? Fault(OrderRecord state, OrderEvent change, DateTimeOffset at) => change switch
    {
        OrderReceived => In(state, [null]),
        OrderQuoted or OrderRejected or OrderFailed => In(state, OrderState.Received),
        OrderHeld held => In(state, OrderState.Received, OrderState.Quoted) ?? Fault(state, held, at),
        OrderConfirmed => In(state, OrderState.Held) ?? InTime(state, at),
        OrderRenewed renewed => In(state, OrderState.Held) ?? InTime(state, at) ?? (renewed.ExpiresAt <= at ? "It was renewed to an end that had passed." : null),
        OrderActivated => In(state, OrderState.Confirmed),
        OrderEnded => In(state, OrderState.Active),
        OrderCancelled => In(state, OrderState.Quoted, OrderState.Held, OrderState.Confirmed),
        OrderExpired => In(state, OrderState.Quoted, OrderState.Held) ?? (at < state.EndsAt ? $"It expired before its end {state.EndsAt:O}." : null),
        OrderVoided voided => voided.Attempt == state.Attempt ? In(state, OrderState.Held) : In(state, null, OrderState.Quoted),
        OrderTold told => told.Pools.Any(pool => !state.Owed.Exists(owed => (owed.Attempt, owed.Confirm, owed.Pool) == (told.Attempt, told.Confirmed, pool))) ? "It acknowledges a verdict that was not owed." : null,
        _ => null,
    };

    private static string? Fault(OrderRecord state, OrderHeld held, DateTimeOffset at)
    {
        if (state.Voided.Contains(held.Attempt)) return $"Attempt {held.Attempt} was voided before.";
        if (held.ExpiresAt <= at) return "Its holds had ended.";
        if ((held.Plan ?? state.Plan) is not { Holds.IsDefaultOrEmpty: false } plan) return "There is no plan to hold.";
        return plan.CompliantUntil <= at ? $"A fact of its plan had ended at {plan.CompliantUntil:O}." : null;
    }

    private static string? InTime(OrderRecord state, DateTimeOffset at) => at >= state.EndsAt ? $"The hold had ended at {state.EndsAt:O}." : null;

    private static string? In(OrderRecord state, params ReadOnlySpan<OrderState?> allowed) =>
        allowed.Contains(state.State) ? null : $"An order that is {state.State?.ToString() ?? "not recorded"} cannot come to that.";
}
