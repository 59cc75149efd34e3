using System.Text.Json;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Orders;

/// <summary>How an order follows from its events.</summary>
internal sealed class OrderRules(OrderId id) : IStreamRules<OrderRecord, OrderEvent>
{
    /// <summary>How the events of an order are stored.</summary>
    public static EventCodec<OrderEvent> Codec { get; } = new EventCodec<OrderEvent>()
        .Add<OrderReceived>("order.received.1")
        .AddFormer<OrderQuoted>("order.quoted.1")
        .AddFormer<OrderHeld>("order.held.1")
        .Add<OrderConfirmed>("order.confirmed.1")
        .Add<OrderActivated>("order.activated.1")
        .Add<OrderEnded>("order.ended.1")
        .AddFormer<OrderRejected>("order.rejected.1")
        .Add<OrderFailed>("order.failed.1")
        .Add<OrderCancelled>("order.cancelled.1")
        .Add<OrderExpired>("order.expired.1")
        .Add<OrderRenewed>("order.renewed.1")
        .Add<OrderVoided>("order.voided.1")
        .Add<OrderOwes>("order.owes.1")
        .Add<OrderTold>("order.told.1")
        .Add<OrderQuoted>("order.quoted.2")
        .Add<OrderHeld>("order.held.2")
        .Add<OrderRejected>("order.rejected.2");

    public OrderRecord Create() => new();

    public OrderRecord CreateAfter(long version) => new() { Version = version };

    public void Apply(OrderRecord state, OrderEvent change, DateTimeOffset at)
    {
        state.Version++;
        switch (change)
        {
            case OrderReceived received: Receive(state, received, at); break;
            case OrderQuoted quoted: Quote(state, quoted); break;
            case OrderHeld held: Hold(state, held); break;
            case OrderConfirmed: Confirm(state, at); break;
            case OrderActivated: state.State = OrderState.Active; break;
            case OrderEnded: Finish(state, OrderState.Ended, at); break;
            case OrderCancelled: Finish(state, OrderState.Cancelled, at); break;
            case OrderExpired expired: Finish(state, OrderState.Expired, at, expired.Code); break;
            case OrderRejected rejected: Reject(state, rejected); break;
            case OrderFailed failed: (state.State, state.Code, state.Detail) = (OrderState.Failed, failed.Code, failed.Detail); break;
            case OrderRenewed renewed: state.ExpiresAt = renewed.ExpiresAt; break;
            case OrderVoided voided: Void(state, voided, at); break;
            case OrderOwes owes: Owe(state, owes, at); break;
            case OrderTold told: Tell(state, told); break;
            default: throw new InvalidOperationException($"No rule for {change.GetType().Name}.");
        }
    }

    public HeadFields Head(OrderRecord state, long since) => new()
    {
        Kind = StreamKinds.Order,
        Tenant = id.Tenant,
        Owner = state.Request?.ConsumerId ?? "",
        State = state.State is { } known ? HeadState(known) : "",
        NextDue = state.NextDue,
        Summary = state is { State: { } current, Request: not null } ? Summaries.Write(ListItem(state, current)) : null,
    };

    /// <summary>A state as head rows name it.</summary>
    public static string HeadState(OrderState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    private OrderListItem ListItem(OrderRecord state, OrderState current) => new()
    {
        Id = id.Value,
        State = current,
        ConsumerId = state.Request!.ConsumerId,
        Version = state.Version,
        PriceMonthly = state.Plan?.Decision.Plan?.PriceMonthly,
        ReceivedAt = state.ReceivedAt,
        ExpiresAt = state.ExpiresAt,
    };

    private static void Receive(OrderRecord state, OrderReceived received, DateTimeOffset at)
    {
        if (state.State is not null) state.Forget();
        (state.State, state.Request, state.Fingerprint, state.ReceivedAt) = (OrderState.Received, received.Order, received.Fingerprint, at);
    }

    private static void Quote(OrderRecord state, OrderQuoted quoted)
    {
        (state.State, state.WasQuoted, state.ValidUntil) = (OrderState.Quoted, true, quoted.ValidUntil);
        state.Plan = new RecordedPlan(quoted.Decision, quoted.Holds, quoted.CompliantUntil, Evidence: null);
    }

    private static void Hold(OrderRecord state, OrderHeld held)
    {
        (state.State, state.Attempt, state.HoldDeadline, state.ExpiresAt) = (OrderState.Held, held.Attempt, held.HoldDeadline, held.ExpiresAt);
        if (held.Plan is { } plan) state.Plan = plan with { Evidence = null };
        state.QuoteFingerprint = held.Fingerprint;
        state.Voided.Clear();
    }

    private static void Confirm(OrderRecord state, DateTimeOffset at)
    {
        (state.State, state.ConfirmedAt) = (OrderState.Confirmed, at);
        OweEveryHold(state, confirm: true, at);
    }

    private static void Reject(OrderRecord state, OrderRejected rejected)
    {
        state.State = OrderState.Rejected;
        state.Plan = new RecordedPlan(rejected.Decision, [], null, Evidence: null);
    }

    private static void Void(OrderRecord state, OrderVoided voided, DateTimeOffset at)
    {
        if (voided.Attempt == state.Attempt) Finish(state, OrderState.Expired, at, voided.Code);
        else state.Voided.Add(voided.Attempt);
    }

    private static void Finish(OrderRecord state, OrderState final, DateTimeOffset at, string? code = null)
    {
        (state.State, state.Code) = (final, code);
        OweEveryHold(state, confirm: false, at);
    }

    private static void OweEveryHold(OrderRecord state, bool confirm, DateTimeOffset at)
    {
        if (state.Attempt is not { } attempt) return;
        state.Owed.RemoveAll(owed => owed.Attempt == attempt);
        state.Owed.AddRange(state.Holds.Select(hold => new OwedVerdict(attempt, hold.Pool.Value, confirm, state.HoldDeadline)));
        state.VerdictAt = at;
    }

    private static void Owe(OrderRecord state, OrderOwes owes, DateTimeOffset at)
    {
        state.Owed.AddRange(owes.Pools.Select(pool => new OwedVerdict(owes.Attempt, pool, Confirm: false, owes.HoldDeadline)));
        state.VerdictAt = at;
    }

    private static void Tell(OrderRecord state, OrderTold told)
    {
        HashSet<string> pools = new(told.Pools, StringComparer.Ordinal);
        state.Owed.RemoveAll(owed => owed.Attempt == told.Attempt && owed.Confirm == told.Confirmed && pools.Contains(owed.Pool));
        state.Lost.UnionWith(told.Lost);
    }
}
