using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;

namespace Fulcrum.Grains.Orders;

/// <summary>What an order answers.</summary>
internal static class OrderAnswers
{
    /// <summary>The order, with the code of the way it ended when it ended without a plan or past its time.</summary>
    public static OrderOutcome Recorded(OrderId id, OrderRecord state) => new()
    {
        Code = state.State switch
        {
            null => ErrorCodes.NotFound,
            OrderState.Rejected => ErrorCodes.Infeasible,
            OrderState.Failed => state.Code,
            _ => null,
        },
        Detail = state.Detail,
        Order = View(id, state),
    };

    /// <summary>A refusal, with the order when it is known.</summary>
    public static OrderOutcome Refused(OrderId id, OrderRecord state, string code, string? detail = null) =>
        new() { Code = code, Detail = detail, Order = View(id, state) };

    /// <summary>A refusal that says nothing of the order.</summary>
    public static OrderOutcome Refused(string code, string? detail = null) => new() { Code = code, Detail = detail };

    /// <summary>The order as the outside sees it; null while nothing is recorded.</summary>
    public static OrderView? View(OrderId id, OrderRecord state) => state.State is not { } known ? null : new OrderView
    {
        Id = id,
        State = known,
        Version = state.Version,
        Request = state.Request!,
        Decision = state.Plan?.Decision,
        Holds = state.Attempt is null ? [] : [.. state.Holds.Select(hold => View(state, hold))],
        ReceivedAt = state.ReceivedAt,
        ExpiresAt = state.ExpiresAt,
        ValidUntil = state.ValidUntil,
        DecidedAt = state.Plan?.Decision.DecidedAt,
        CompliantUntil = state.Plan?.CompliantUntil,
        ConfirmedAt = state.ConfirmedAt,
        Code = state.Code,
        Detail = state.Detail,
    };

    private static HoldView View(OrderRecord state, PlannedHold hold) =>
        new() { Pool = hold.Pool, Amounts = hold.Amounts, State = Acknowledged(state, hold.Pool.Value) };

    private static ClaimState Acknowledged(OrderRecord state, string pool)
    {
        if (state.Lost.Contains(pool)) return ClaimState.Unknown;
        if (state.State == OrderState.Held) return ClaimState.Held;
        bool owed = state.Owed.Exists(verdict => verdict.Attempt == state.Attempt && verdict.Pool == pool);
        if (state.IsConfirmed) return owed ? ClaimState.Held : ClaimState.Allocated;
        return owed ? state.ConfirmedAt is null ? ClaimState.Held : ClaimState.Allocated : ClaimState.Released;
    }
}
