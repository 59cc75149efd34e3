using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Orders;

/// <summary>
/// A composite order: what a grain hosts. Every member is called on the activation's scheduler, and may interleave with others.
/// </summary>
/// <remarks>Commands answer <c>unavailable</c> and <c>request.overloaded</c> as codes; <see cref="ProbeAsync"/> and the decision throw.</remarks>
public sealed class OrderActor
{
    private readonly OrderId _id;
    private readonly ActorServices _services;
    private readonly OrderCommands _commands;
    private readonly HoldVerdicts _verdicts;
    private readonly Journal<OrderRecord, OrderEvent> _journal;
    private readonly VerdictTeller _teller;
    private readonly Placement _placement;
    private readonly DueTimer _timer;
    private PlaceOrder? _placing;
    private OrderState? _known;
    private bool _loaded;
    private Task<OrderOutcome> _placed = Task.FromResult(new OrderOutcome());

    /// <summary>Makes the actor of an order.</summary>
    public OrderActor(OrderId id, ActorServices services, IPlanner planner, OrderOptions options)
    {
        (_id, _services) = (id, services);
        _commands = new OrderCommands(id, options);
        _verdicts = new HoldVerdicts(planner, services.Rules);
        _timer = new DueTimer(services.Time, ExpireAsync);
        _journal = new(id.Key, new OrderRules(id), OrderRules.Codec, services with { Discard = Discard }, Committed);
        _teller = new VerdictTeller(id, services, _journal);
        _placement = new Placement(id, services, planner, options, _commands, _journal, _teller);
    }

    /// <summary>Loads the order. A failure means that the activation must not exist.</summary>
    public async Task ActivateAsync()
    {
        await _journal.ActivateAsync();
        _loaded = true;
    }

    /// <summary>Plans, quotes, holds.</summary>
    public async Task<OrderOutcome> PlaceAsync(PlaceOrder command)
    {
        long startedAt = _services.Time.GetTimestamp();
        OrderOutcome outcome = await AnswerAsync(() => PlaceOnceAsync(command));
        _services.Instruments.Placed(outcome, _services.Time.GetElapsedTime(startedAt));
        return outcome;
    }

    /// <summary>Confirms what is held.</summary>
    public Task<OrderOutcome> ConfirmAsync(ConfirmOrder command) =>
        CommandAsync(command.CommandId, (state, now) => _commands.Confirm(state, command.Deadline, now));

    /// <summary>Ends the order.</summary>
    public Task<OrderOutcome> CancelAsync(CancelOrder command) =>
        CommandAsync(command.CommandId, (state, now) => _commands.Cancel(state, command.Deadline, now));

    /// <summary>Lets holds stay longer.</summary>
    public Task<OrderOutcome> RenewAsync(RenewOrder command) =>
        CommandAsync(command.CommandId, (state, now) => _commands.Renew(state, command, now));

    /// <summary>Reports the order provisioned.</summary>
    public Task<OrderOutcome> ReportActiveAsync(ActivateOrder command) =>
        CommandAsync(command.CommandId, (state, now) => _commands.Activate(state, command.Deadline, now));

    /// <summary>Answers a pool that asks about a hold.</summary>
    public Task<ProbeReply> ProbeAsync(ProbeHold command) =>
        _journal.ExecuteAsync(command.CommandId, (state, now) => _verdicts.Decide(state, command, _placement.Running, now));

    /// <summary>The order as stored, whichever activation wrote it; <c>request.not_found</c> when nothing is recorded.</summary>
    public Task<OrderOutcome> GetAsync() => AnswerAsync(() => _journal.ReadCurrentAsync((state, _) => state.State is null
        ? OrderAnswers.Refused(ErrorCodes.NotFound)
        : new OrderOutcome { Order = OrderAnswers.View(_id, state) }));

    /// <summary>Everything needed to check the decision again; null when nothing was decided.</summary>
    public async Task<OrderDecision?> GetDecisionAsync()
    {
        OrderDecision? decision = await _journal.ReadCurrentAsync((state, _) => state.Plan is not { } plan ? null : new OrderDecision
        {
            Order = state.Request! with { Id = _id.Value },
            Decision = plan.Decision,
            Holds = plan.Holds,
        });
        if (decision is null) return null;
        StreamTail stored = await new JournalStore(_id.Key, _services.Store, _services.Time).ReadAsync(afterVersion: 0);
        return decision with { Evidence = OrderEvidence.Of(stored.Events)?.ToString() };
    }

    /// <summary>Expires what has ended and tells verdicts again; called by the sweep, and by the actor's own timer.</summary>
    public async Task DueAsync()
    {
        bool due = await _journal.ReadAsync((state, now) => state.NextDue <= now);
        if (!due) await _journal.RefreshAsync();
        _teller.Start();
        await ExpireAsync();
    }

    /// <summary>Finishes what is queued and stops timers; called before deactivation.</summary>
    public Task DrainAsync()
    {
        _timer.Stop();
        _teller.Stop();
        return _journal.DrainAsync();
    }

    private async Task<OrderOutcome> PlaceOnceAsync(PlaceOrder command)
    {
        while (true)
        {
            if (await _placement.StandingAsync(command) is { } standing) return standing;
            if (_placing is null) return await (_placed = PlaceNowAsync(command));
            if (_placing.Fingerprint != command.Fingerprint) return OrderAnswers.Refused(ErrorCodes.IdempotencyMismatch);
            OrderOutcome joined = await _placed;
            if (joined.Code != ErrorCodes.DeadlineExceeded || _services.Time.GetUtcNow() > command.Deadline) return joined;
        }
    }

    private async Task<OrderOutcome> PlaceNowAsync(PlaceOrder command)
    {
        _placing = command;
        try
        {
            OrderOutcome outcome = await _placement.RunAsync(command);
            return IsRefused(outcome) ? await _placement.StandingNowAsync(command) ?? outcome : outcome;
        }
        finally
        {
            _placing = null;
        }
    }

    /// <summary>Whether nothing was recorded although there was time to: another activation may have recorded it.</summary>
    private static bool IsRefused(OrderOutcome outcome) => outcome.Code is ErrorCodes.CapacityConflict or ErrorCodes.QuoteStale or ErrorCodes.TimeLimit or ErrorCodes.DeadlineExceeded;

    private Task<OrderOutcome> CommandAsync(Guid commandId, Func<OrderRecord, DateTimeOffset, Decision<OrderRecord, OrderEvent, OrderOutcome>> decide) =>
        AnswerAsync(() => _journal.ExecuteAsync(commandId, decide, _commands.Found));

    private async Task ExpireAsync()
    {
        OrderOutcome outcome = await CommandAsync(_services.NewId(), _commands.Expire);
        if (outcome.Order is { } order) _timer.Arm(EndsAt(order));
    }

    private static DateTimeOffset? EndsAt(OrderView order) => order.State switch
    {
        OrderState.Quoted => order.ValidUntil,
        OrderState.Held => order.CompliantUntil < order.ExpiresAt ? order.CompliantUntil : order.ExpiresAt,
        _ => null,
    };

    private static async Task<OrderOutcome> AnswerAsync(Func<Task<OrderOutcome>> ask)
    {
        try
        {
            return await ask();
        }
        catch (OutcomeUnknownException unknown)
        {
            return OrderAnswers.Refused(ErrorCodes.Unavailable, unknown.Message);
        }
        catch (JournalOverloadedException overload)
        {
            return OrderAnswers.Refused(ErrorCodes.Overloaded, overload.Message);
        }
    }

    private void Committed(OrderRecord state)
    {
        if (_loaded && state.State is { } reached && reached != _known) _services.Instruments.Reached(reached);
        _known = state.State;
        _timer.Arm(state.EndsAt);
        _teller.Committed(state);
    }

    private void Discard()
    {
        _timer.Stop();
        _teller.Stop();
        _services.Discard();
    }
}
