using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using OrderDecided = Fulcrum.Grains.Journaling.Decision<
    Fulcrum.Grains.Orders.OrderRecord, Fulcrum.Grains.Orders.OrderEvent, Fulcrum.Contracts.Orders.OrderOutcome>;

namespace Fulcrum.Grains.Orders;

/// <summary>What an order decides about confirm, cancel, renew, activate and the passing of time. Pure.</summary>
internal sealed class OrderCommands(OrderId id, OrderOptions options)
{
    /// <summary>Confirms what is held, in time; past it, the end is recorded first.</summary>
    public OrderDecided Confirm(OrderRecord state, DateTimeOffset deadline, DateTimeOffset now)
    {
        if (state.IsConfirmed) return Recorded([]);
        if (state.State != OrderState.Held) return WrongState(state);
        if (ExpiryCode(state, now) is { } code) return Refuse(code, new OrderExpired(code));
        return now > deadline ? Refuse(ErrorCodes.DeadlineExceeded) : Recorded([new OrderConfirmed()]);
    }

    /// <summary>Ends the order: holds and allocations alike.</summary>
    public OrderDecided Cancel(OrderRecord state, DateTimeOffset deadline, DateTimeOffset now) => state.State switch
    {
        OrderState.Cancelled or OrderState.Ended => Recorded([]),
        OrderState.Quoted or OrderState.Held or OrderState.Confirmed or OrderState.Active when now > deadline => Refuse(ErrorCodes.DeadlineExceeded),
        OrderState.Quoted or OrderState.Held or OrderState.Confirmed => Recorded([new OrderCancelled()]),
        OrderState.Active => Recorded([new OrderEnded()]),
        _ => WrongState(state),
    };

    /// <summary>Lets holds stay longer; never beyond what a request may ask for.</summary>
    public OrderDecided Renew(OrderRecord state, RenewOrder command, DateTimeOffset now)
    {
        if (HoldSeconds(command.HoldSeconds) is not { } seconds) return Refuse(ErrorCodes.RequestInvalid, detail: HoldSecondsFault);
        if (state.State != OrderState.Held) return WrongState(state);
        if (ExpiryCode(state, now) is { } code) return Refuse(code, new OrderExpired(code));
        return now > command.Deadline ? Refuse(ErrorCodes.DeadlineExceeded) : Recorded([new OrderRenewed(now.AddSeconds(seconds))]);
    }

    /// <summary>Reports the order provisioned.</summary>
    public OrderDecided Activate(OrderRecord state, DateTimeOffset deadline, DateTimeOffset now) => state.State switch
    {
        OrderState.Active => Recorded([]),
        OrderState.Confirmed => now > deadline ? Refuse(ErrorCodes.DeadlineExceeded) : Recorded([new OrderActivated()]),
        _ => WrongState(state),
    };

    /// <summary>Records the end of a hold or a quote whose time has come.</summary>
    public OrderDecided Expire(OrderRecord state, DateTimeOffset now) =>
        Recorded(ExpiryCode(state, now) is { } code ? [new OrderExpired(code)] : []) with { MustBeCurrent = false };

    /// <summary>How long to hold; null when the request asks for what may not be asked.</summary>
    public int? HoldSeconds(int asked) =>
        asked == 0 ? options.HoldSecondsDefault : asked >= OrderLimits.HoldSecondsMin && asked <= options.HoldSecondsMax ? asked : null;

    /// <summary>What to tell somebody who asks for a hold that is too short or too long.</summary>
    public string HoldSecondsFault => $"holdSeconds must be {OrderLimits.HoldSecondsMin} to {options.HoldSecondsMax}.";

    /// <summary>The answer of a command whose events are stored.</summary>
    public OrderOutcome Found(OrderRecord state) =>
        state.State == OrderState.Expired ? OrderAnswers.Refused(id, state, state.Code!) : OrderAnswers.Recorded(id, state);

    /// <summary>Why a hold or a quote is over, if it is.</summary>
    public static string? ExpiryCode(OrderRecord state, DateTimeOffset now)
    {
        if (state.EndsAt is not { } end || now < end) return null;
        if (state.State == OrderState.Quoted) return ErrorCodes.QuoteStale;
        return now >= state.ExpiresAt ? ErrorCodes.HoldExpired : ErrorCodes.PolicyUnsatisfied;
    }

    private OrderDecided Recorded(IReadOnlyList<OrderEvent> events) => new(events, state => OrderAnswers.Recorded(id, state)) { MustBeCurrent = true };

    private OrderDecided Refuse(string code, OrderEvent? change = null, string? detail = null) =>
        new(change is null ? [] : [change], state => OrderAnswers.Refused(id, state, code, detail)) { MustBeCurrent = true };

    private OrderDecided WrongState(OrderRecord state) => state.State switch
    {
        null => Refuse(ErrorCodes.NotFound),
        OrderState.Expired => Refuse(state.Code!),
        _ => Refuse(ErrorCodes.StateConflict, detail: $"The order is {state.State}."),
    };
}
