using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Grains.Orders;
using Fulcrum.Simulation.Tests.Machine;

namespace Fulcrum.Simulation.Tests.Actors;

/// <summary>Places one order, retries with the same key and sometimes with another body, then confirms, renews, cancels, or forgets about it.</summary>
internal sealed class SimClient(SimWorld world, SimContext outside, OrderId order)
{
    private const int TriesMax = 8;
    private const string Fingerprint = "body";
    private const string OtherFingerprint = "other body";

    private readonly SimTransport _transport = new(world, outside);
    private readonly SimTimeProvider _time = new(world.Machine, TimeSpan.Zero);
    private readonly OrderDocument _document = NewOrder(world.Machine, order);

    private SimMachine Machine => world.Machine;

    public void Start() => _ = LiveAsync();

    private async Task LiveAsync()
    {
        await PauseAsync(90_000);
        bool quotes = Machine.Chance(0.2);
        if (quotes && await InsistAsync(() => PlaceAsync(PlaceMode.Quote, Fingerprint)) is not { Code: null }) return;
        if (Machine.Chance(0.15)) _ = PlaceAsync(quotes ? PlaceMode.Quote : PlaceMode.Hold, OtherFingerprint);
        if (Machine.Chance(0.15)) _ = PlaceAsync(quotes ? PlaceMode.HoldQuote : PlaceMode.Hold, Fingerprint);
        OrderOutcome? placed = await InsistAsync(() => PlaceAsync(quotes ? PlaceMode.HoldQuote : PlaceMode.Hold, Fingerprint));
        if (placed is not { Code: null }) return;
        await DecideAsync();
        await SendAsync("read", Machine.NewId(), Deadline(), null, static actor => actor.GetAsync());
        if (Machine.Chance(0.2)) await PlaceAsync(quotes ? PlaceMode.HoldQuote : PlaceMode.Hold, Fingerprint);
    }

    private async Task DecideAsync()
    {
        await PauseAsync(25_000);
        if (Machine.Chance(0.2)) await RenewAsync();
        if (Machine.Chance(0.15)) _ = CancelAsync();
        if (Machine.Chance(0.2)) return;
        if (await InsistAsync(ConfirmAsync) is not { Code: null }) return;
        await SendAsync("read", Machine.NewId(), Deadline(), null, static actor => actor.GetAsync());
        await PauseAsync(20_000);
        if (Machine.Chance(0.4)) await InsistAsync(ActivateAsync);
        if (Machine.Chance(0.5)) await InsistAsync(CancelAsync);
    }

    private async Task<OrderOutcome?> InsistAsync(Func<Task<OrderOutcome?>> ask)
    {
        for (int tries = 0; tries < TriesMax && !world.IsEnding; tries++)
        {
            OrderOutcome? outcome = await ask();
            if (outcome is not null && !IsRetryable(outcome.Code)) return outcome;
            await PauseAsync(4_000);
        }

        return null;
    }

    private Task<OrderOutcome?> PlaceAsync(PlaceMode mode, string fingerprint)
    {
        PlaceOrder command = new()
        {
            CommandId = Machine.NewId(),
            Deadline = Deadline(),
            Caller = new Caller(order.Tenant, CallerRole.Participant),
            Mode = mode,
            Order = mode == PlaceMode.HoldQuote ? null : _document,
            Fingerprint = $"{mode} {fingerprint}",
            HoldSeconds = Machine.Random.Next(1, 40),
            Confirm = Machine.Chance(0.3) && mode != PlaceMode.Quote,
        };
        return SendAsync("place", command.CommandId, command.Deadline, command.Fingerprint, actor => actor.PlaceAsync(command));
    }

    private Task<OrderOutcome?> ConfirmAsync()
    {
        ConfirmOrder command = new() { CommandId = Machine.NewId(), Deadline = Deadline(), Caller = Caller.Development };
        return SendAsync("confirm", command.CommandId, command.Deadline, null, actor => actor.ConfirmAsync(command));
    }

    private Task<OrderOutcome?> CancelAsync()
    {
        CancelOrder command = new() { CommandId = Machine.NewId(), Deadline = Deadline(), Caller = Caller.Development };
        return SendAsync("cancel", command.CommandId, command.Deadline, null, actor => actor.CancelAsync(command));
    }

    private Task<OrderOutcome?> RenewAsync()
    {
        RenewOrder command = new() { CommandId = Machine.NewId(), Deadline = Deadline(), Caller = Caller.Development, HoldSeconds = 15 };
        return SendAsync("renew", command.CommandId, command.Deadline, null, actor => actor.RenewAsync(command));
    }

    private Task<OrderOutcome?> ActivateAsync()
    {
        ActivateOrder command = new() { CommandId = Machine.NewId(), Deadline = Deadline(), Caller = Caller.Development };
        return SendAsync("activate", command.CommandId, command.Deadline, null, actor => actor.ReportActiveAsync(command));
    }

    private async Task<OrderOutcome?> SendAsync(
        string what, Guid commandId, DateTimeOffset deadline, string? fingerprint, Func<OrderActor, Task<OrderOutcome>> handle)
    {
        long known = world.Model.AnsweredVersion(order);
        try
        {
            OrderOutcome outcome = await _transport.SendAsync(world.Orders, order.Key, handle, mayRepeat: false).WaitAsync(deadline.AddSeconds(3) - _time.GetUtcNow(), _time);
            world.Counters.Count($"{what}: {outcome.Code ?? "ok"}");
            world.Model.Answered(order, what, commandId, fingerprint, known, outcome);
            return outcome;
        }
        catch (TimeoutException)
        {
            world.Counters.Count($"{what}: no answer");
            return null;
        }
    }

    private DateTimeOffset Deadline() => _time.GetUtcNow() + TimeSpan.FromMilliseconds(300) + Machine.Delay(Machine.Chance(0.5) ? 3_000 : 15_000);

    private Task PauseAsync(double milliseconds) => Task.Delay(Machine.Delay(milliseconds), _time);

    private static bool IsRetryable(string? code) => code is ErrorCodes.Unavailable or ErrorCodes.Overloaded
        or ErrorCodes.CapacityConflict or ErrorCodes.TimeLimit or ErrorCodes.DeadlineExceeded;

    private static OrderDocument NewOrder(SimMachine machine, OrderId order) => new()
    {
        Id = order.Value,
        Items = [.. Enumerable.Range(1, machine.Random.Next(1, 3)).Select(number => new OrderItemDocument
        {
            Id = $"i{number}",
            Quantity = machine.Random.Next(1, 4),
            Resources = [KeyValuePair.Create("memoryMiB", machine.Random.NextInt64(1, 8)), KeyValuePair.Create("vcpu", machine.Random.NextInt64(1, 5))],
            Traits = machine.Chance(0.3) ? new TraitRequirementDocument { Required = ["service:vm"] } : null,
        })],
    };
}
