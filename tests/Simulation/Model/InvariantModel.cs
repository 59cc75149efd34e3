using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Orders;
using Fulcrum.Grains.Pools;

namespace Fulcrum.Simulation.Tests.Model;

/// <summary>Knows what must hold, reads only what was stored and what was answered, and never what the code believes.</summary>
/// <param name="tellsPromptly">Whether nothing goes wrong that would excuse a losing attempt that is not released by being told.</param>
internal sealed class InvariantModel(bool tellsPromptly)
{
    private readonly SortedDictionary<string, PoolModel> _pools = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, OrderModel> _orders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _versions = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> _refused = [];

    /// <summary>The first thing that went wrong.</summary>
    public string? Violation { get; private set; }

    /// <summary>Takes in an event of the feed.</summary>
    public void Take(string stream, StoredEvent stored)
    {
        long expected = _versions.GetValueOrDefault(stream) + 1;
        _versions[stream] = stored.Version;
        if (stored.Version != expected) Fail(stream, stored, $"I9: version {stored.Version} follows {expected - 1}");
        if (_refused.Contains(stored.CommandId)) Fail(stream, stored, "I3: a command that was refused took effect later");
        if (stored.Type.StartsWith("pool.", StringComparison.Ordinal)) TakePool(stream, stored);
        else TakeOrder(stream, stored);
    }

    /// <summary>The latest version of an order that anybody was answered.</summary>
    public long AnsweredVersion(OrderId order) => Order(order.Key).AnsweredVersion;

    /// <summary>Takes in what a client was answered.</summary>
    /// <param name="order">The order.</param>
    /// <param name="what">What was asked.</param>
    /// <param name="commandId">Id of the command.</param>
    /// <param name="fingerprint">Body of a request to place.</param>
    /// <param name="known">The latest version that anybody had been answered when this was asked.</param>
    /// <param name="outcome">The answer.</param>
    public void Answered(OrderId order, string what, Guid commandId, string? fingerprint, long known, OrderOutcome outcome)
    {
        if (IsRefusal(outcome.Code)) _refused.Add(commandId);
        OrderModel model = Order(order.Key);
        if (known > 0 && outcome.Code == ErrorCodes.NotFound) Fail(order.Key, $"I3: {what} found nothing after version {known} had been answered");
        if (outcome.Code == ErrorCodes.CapacityConflict && model.IsHeldFor(fingerprint, known)) Fail(order.Key, $"I5: {what} was refused after it had been answered as held");
        if (outcome.Order is not { } view) return;
        if (view.Version < known) Fail(order.Key, $"I3: {what} was answered version {view.Version} after version {known} had been answered");
        model.AnsweredVersion = Math.Max(model.AnsweredVersion, view.Version);
        if (model.StateAt(view.Version) != view.State) Fail(order.Key, $"I3: {what} was answered {view.State} at version {view.Version}, stored is {model.StateAt(view.Version)}");
        if (outcome.Code is null && fingerprint is not null && fingerprint != model.Fingerprint && fingerprint != model.QuoteFingerprint)
        {
            Fail(order.Key, $"I5: {fingerprint} was answered what {model.Fingerprint} has done");
        }
    }

    /// <summary>Takes in what was answered to a change of a pool.</summary>
    public void Configured(ResourcePoolId pool, ConfigureReply reply)
    {
        if (reply.Summary!.ConfigVersion > Pool(pool.Key).ConfigVersion) Fail(pool.Key, "I3: a change was answered that is not stored");
    }

    /// <summary>Checks, after everything has come to rest, that nothing leaked and nothing is missing.</summary>
    public void CheckQuiet()
    {
        foreach (PoolModel pool in _pools.Values)
        {
            foreach (Guid attempt in pool.Held.Keys) Fail(pool.Key, $"I11: {attempt:N} of {pool.Held[attempt].Order} is still held");
            foreach ((Guid attempt, PoolHeld claim) in pool.Allocated)
            {
                OrderModel order = Order(claim.Order);
                if (order.Attempt != attempt || !order.NeedsHolds) Fail(pool.Key, $"I11: {attempt:N} is allocated, {claim.Order} is {order.State}");
            }
        }

        foreach (OrderModel order in _orders.Values.Where(order => order.NeedsHolds))
        {
            if (order.State == OrderState.Held) Fail(order.Key, "I11: still held");
            if (!order.Holds.All(hold => Pool(hold.Pool.Key).Allocated.ContainsKey(order.Attempt!.Value))) Fail(order.Key, "I2: not allocated everywhere");
        }
    }

    private void TakePool(string stream, StoredEvent stored)
    {
        PoolModel pool = Pool(stream);
        PoolEvent change = PoolRules.Codec.Decode(stored.Type, stored.Payload);
        bool claimed = change is PoolReleased { Attempt: var attempt } && pool.Claims(attempt);
        if (pool.Take(change) is { } fault) Fail(stream, stored, fault);
        if (change is PoolReleased released && claimed) CheckReleased(stream, stored, released);
        if (change is PoolConfirmed confirmed && !Order(pool.Allocated[confirmed.Attempt].Order).WasConfirmed) Fail(stream, stored, "I11: allocated without a confirmed order");
    }

    private void CheckReleased(string stream, StoredEvent stored, PoolReleased released)
    {
        OrderModel order = Order(released.Order);
        if (order.Attempt == released.Attempt && order.NeedsHolds) Fail(stream, stored, $"I2: released while {released.Order} is {order.State}");
        bool lost = order.Attempt != released.Attempt;
        if (tellsPromptly && lost && released.Cause == ReleaseCause.Asked) Fail(stream, stored, "I2: a losing attempt was not told to release");
    }

    private void TakeOrder(string stream, StoredEvent stored)
    {
        OrderModel order = Order(stream);
        OrderEvent change = OrderRules.Codec.Decode(stored.Type, stored.Payload);
        if (order.Take(change, stored.At) is { } fault) Fail(stream, stored, fault);
        if (change is OrderHeld) CheckHeld(order, stored);
    }

    private void CheckHeld(OrderModel order, StoredEvent stored)
    {
        foreach (PlannedHold hold in order.Holds)
        {
            bool there = Pool(hold.Pool.Key).Held.TryGetValue(order.Attempt!.Value, out PoolHeld? claim) && claim.Amounts.Equals(hold.Amounts);
            if (!there) Fail(order.Key, stored, $"I2: held, but {hold.Pool} does not hold it");
        }
    }

    private static bool IsRefusal(string? code) =>
        code is ErrorCodes.DeadlineExceeded or ErrorCodes.CapacityConflict or ErrorCodes.TimeLimit or ErrorCodes.Overloaded or ErrorCodes.IdempotencyMismatch;

    private PoolModel Pool(string key)
    {
        if (!_pools.TryGetValue(key, out PoolModel? pool)) _pools.Add(key, pool = new PoolModel(key));
        return pool;
    }

    private OrderModel Order(string key)
    {
        if (!_orders.TryGetValue(key, out OrderModel? order)) _orders.Add(key, order = new OrderModel(key));
        return order;
    }

    private void Fail(string stream, StoredEvent stored, string what) => Fail(stream, $"version {stored.Version}, {stored.Type}: {what}");

    /// <summary>Something else that must never happen.</summary>
    public void Fail(string stream, string what) => Violation ??= $"{stream}, {what}";
}
