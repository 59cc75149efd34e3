using System.Collections.Immutable;
using Fulcrum.Contracts.Orders;
using Fulcrum.Grains.Orders;

namespace Fulcrum.Simulation.Tests.Model;

/// <summary>An order as an auditor sees it who reads nothing but its events.</summary>
internal sealed class OrderModel(string key)
{
    private static readonly Dictionary<OrderState, OrderState[]> Next = new()
    {
        [OrderState.Received] = [OrderState.Quoted, OrderState.Held, OrderState.Rejected, OrderState.Failed],
        [OrderState.Quoted] = [OrderState.Held, OrderState.Cancelled, OrderState.Expired],
        [OrderState.Held] = [OrderState.Confirmed, OrderState.Cancelled, OrderState.Expired],
        [OrderState.Confirmed] = [OrderState.Active, OrderState.Cancelled],
        [OrderState.Active] = [OrderState.Ended],
    };

    private readonly List<OrderState?> _states = [null];
    private long? _heldAt;

    public string Key { get; } = key;

    public OrderState? State => _states[^1];

    public Guid? Attempt { get; private set; }

    public ImmutableArray<PlannedHold> Holds { get; private set; } = [];

    public string? Fingerprint { get; private set; }

    public string? QuoteFingerprint { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    public DateTimeOffset? CompliantUntil { get; private set; }

    public bool WasConfirmed { get; private set; }

    public HashSet<Guid> Voided { get; } = [];

    /// <summary>The latest version that anybody was answered.</summary>
    public long AnsweredVersion { get; set; }

    /// <summary>Whether its holds must be there.</summary>
    public bool NeedsHolds => State is OrderState.Held or OrderState.Confirmed or OrderState.Active;

    /// <summary>The state after a version; null when nothing was recorded, or not that much.</summary>
    public OrderState? StateAt(long version) => version < _states.Count ? _states[(int)version] : null;

    /// <summary>Whether a request to place has been carried out at a version.</summary>
    public bool IsHeldFor(string? fingerprint, long version) => _heldAt is { } held && held <= version && fingerprint == (QuoteFingerprint ?? Fingerprint);

    /// <summary>Takes an event in; says what is wrong with it, if anything is.</summary>
    public string? Take(OrderEvent change, DateTimeOffset at)
    {
        OrderState? before = State;
        OrderState? after = change switch
        {
            OrderReceived => OrderState.Received,
            OrderQuoted => OrderState.Quoted,
            OrderHeld => OrderState.Held,
            OrderConfirmed => OrderState.Confirmed,
            OrderActivated => OrderState.Active,
            OrderEnded => OrderState.Ended,
            OrderCancelled => OrderState.Cancelled,
            OrderExpired => OrderState.Expired,
            OrderRejected => OrderState.Rejected,
            OrderFailed => OrderState.Failed,
            OrderVoided voided when voided.Attempt == Attempt => OrderState.Expired,
            _ => before,
        };
        _states.Add(after);
        string? fault = Remember(change, at);
        if (fault is not null || after == before) return fault;
        if (before is null) return after == OrderState.Received ? null : $"I5: began as {after}";
        return Next.TryGetValue(before.Value, out OrderState[]? next) && next.Contains(after!.Value) ? null : $"I5: went from {before} to {after}";
    }

    private string? Remember(OrderEvent change, DateTimeOffset at)
    {
        switch (change)
        {
            case OrderReceived received when Fingerprint is not null:
                return $"I5: received again, {received.Fingerprint}";
            case OrderReceived received:
                Fingerprint = received.Fingerprint;
                return null;
            case OrderQuoted quoted:
                (Holds, CompliantUntil) = (quoted.Holds, quoted.CompliantUntil);
                return null;
            case OrderHeld held:
                return Hold(held);
            case OrderRenewed renewed:
                ExpiresAt = renewed.ExpiresAt;
                return null;
            case OrderVoided voided:
                Voided.Add(voided.Attempt);
                return null;
            case OrderConfirmed:
                WasConfirmed = true;
                return at >= ExpiresAt ? "I3: confirmed after its end" : at >= CompliantUntil ? "I4: confirmed after a fact had ended" : null;
            default:
                return null;
        }
    }

    private string? Hold(OrderHeld held)
    {
        if (Attempt is not null) return "I5: held twice";
        if (Voided.Contains(held.Attempt)) return "I2: held by an attempt that was voided";
        (Attempt, ExpiresAt, QuoteFingerprint, _heldAt) = (held.Attempt, held.ExpiresAt, held.Fingerprint, _states.Count - 1);
        if (held.Plan is { } plan) (Holds, CompliantUntil) = (plan.Holds, plan.CompliantUntil);
        return null;
    }
}
