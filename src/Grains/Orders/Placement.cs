using System.Collections.Immutable;
using System.Diagnostics;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Telemetry;

namespace Fulcrum.Grains.Orders;

/// <summary>The placement cycle: plan, ask every pool, record, or release and plan again.</summary>
internal sealed partial class Placement(
    OrderId id,
    ActorServices services,
    IPlanner planner,
    OrderOptions options,
    OrderCommands commands,
    Journal<OrderRecord, OrderEvent> journal,
    VerdictTeller teller)
{
    private readonly PlacementRecords _records = new(id, options);

    /// <summary>The attempt under way: not yet recorded, and not yet given up.</summary>
    public Guid? Running { get; private set; }

    /// <summary>The answer that stands, if one does.</summary>
    public Task<OrderOutcome?> StandingAsync(PlaceOrder command) => journal.ReadAsync((state, now) => _records.Standing(state, command, now), static standing => standing is not null);

    /// <summary>The answer that stands by what is stored now; an order is not called refused that another activation has placed.</summary>
    public Task<OrderOutcome?> StandingNowAsync(PlaceOrder command) => journal.ReadCurrentAsync((state, now) => _records.Standing(state, command, now));

    /// <summary>Carries out a request of which nothing is recorded.</summary>
    public async Task<OrderOutcome> RunAsync(PlaceOrder command)
    {
        using Activity? placement = EngineTracing.Step("placement");
        if (commands.HoldSeconds(command.HoldSeconds) is not { } seconds) return Refuse(ErrorCodes.RequestInvalid, commands.HoldSecondsFault);
        PlacementKnowledge known = new();
        for (int cycle = 1; cycle <= options.CyclesMax; cycle++)
        {
            // 1. Plan on what is known now.
            if (services.Time.GetUtcNow() > command.Deadline) return Refuse(ErrorCodes.DeadlineExceeded);
            PlanOutcome plan = await PlanAsync(command, known);

            // 2. No plan: the answer, unless the proof rests on summaries that may be old.
            if (plan.Kind != PlanKind.Plan || command.Mode == PlaceMode.Quote)
            {
                if (await ConcludeAsync(command, plan, known) is { } end) return end;
                continue;
            }

            // 3. An attempt with an id never used before; every pool is asked at once.
            Attempt attempt = Begin(command, plan, seconds);
            PoolAnswer[] answers = await AskAsync(command, attempt);

            // 4. All yes: record it, then answer.
            AttemptResult result = await RecordAsync(command, attempt, answers);
            if (result.Holds) return result.Outcome!;

            // 5. Any no, or something came between: every pool asked is released, answered or not.
            await ReleaseAsync(attempt, answers);
            if (result.Outcome is { } outcome) return outcome;

            // 6. What pools have said corrects the next plan; a quote has no other plan.
            if (command.Mode == PlaceMode.HoldQuote) return QuoteRefusal(answers);
            known.Learn(answers);
        }

        return Refuse(ErrorCodes.CapacityConflict, $"Capacity went to others in {options.CyclesMax} cycles. Try again.");
    }

    private async Task<PlanOutcome> PlanAsync(PlaceOrder command, PlacementKnowledge known)
    {
        using Activity? step = EngineTracing.Step("placement.plan");
        if (command.Mode == PlaceMode.HoldQuote) return await journal.ReadAsync((state, _) => QuotedPlan(state));
        PlanOutcome plan = await planner.PlanAsync(known.ToRequest(id, command, services.Time.GetUtcNow()), CancellationToken.None);
        if (plan.Batch is { } batch) EngineTracing.Tell(step, batch);
        return plan;
    }

    private async Task<OrderOutcome?> ConcludeAsync(PlaceOrder command, PlanOutcome plan, PlacementKnowledge known)
    {
        if (plan.Kind == PlanKind.TimeLimit) return Refuse(ErrorCodes.TimeLimit, plan.Detail);
        if (plan.Kind == PlanKind.Overloaded) return Refuse(ErrorCodes.Overloaded, plan.Detail);
        if (plan.Kind == PlanKind.Infeasible && known.HasExclusions) return Refuse(ErrorCodes.CapacityConflict, "Pools that may have capacity did not answer.");
        if (plan.Kind == PlanKind.Infeasible && !plan.ReadAfresh)
        {
            known.Afresh = true;
            return null;
        }

        if (plan.Kind == PlanKind.Fault) LogFault(services.Logger, id.Key, plan.Detail);
        ImmutableArray<OwedVerdict> owed = teller.Unrecorded;
        OrderOutcome outcome = await journal.ExecuteAsync(command.CommandId, (state, now) => _records.Conclude(state, command, plan, owed, now));
        teller.TakeOver(owed);
        return outcome;
    }

    private Attempt Begin(PlaceOrder command, PlanOutcome plan, int holdSeconds)
    {
        DateTimeOffset now = services.Time.GetUtcNow();
        DateTimeOffset timeout = now.AddSeconds(options.HoldTimeoutSeconds);
        Attempt attempt = new(services.NewId(), plan, command.Deadline < timeout ? command.Deadline : timeout, now.AddSeconds(holdSeconds));
        Running = attempt.Id;
        return attempt;
    }

    private async Task<PoolAnswer[]> AskAsync(PlaceOrder command, Attempt attempt)
    {
        using Activity? step = EngineTracing.Step("placement.hold", attempt.Holds.Length);
        return await Task.WhenAll(attempt.Holds.Select(hold => AskAsync(command, attempt, hold)));
    }

    private async Task<PoolAnswer> AskAsync(PlaceOrder command, Attempt attempt, PlannedHold hold)
    {
        HoldCommand claim = new()
        {
            CommandId = services.NewId(),
            Deadline = attempt.HoldDeadline,
            Caller = command.Caller,
            HoldId = new HoldId(id, new AttemptId(attempt.Id), hold.Pool),
            ConfigVersion = hold.ConfigVersion,
            Lines = hold.Lines,
            Amounts = hold.Amounts,
            ExpiresAt = attempt.ExpiresAt,
            CompliantUntil = attempt.Plan.CompliantUntil,
        };
        try
        {
            TimeSpan timeout = TimeSpan.FromSeconds(options.HoldTimeoutSeconds);
            return new PoolAnswer(hold.Pool, await services.Transport.HoldAsync(hold.Pool, claim).WaitAsync(timeout, services.Time));
        }
#pragma warning disable CA1031 // However the call failed, the pool may hold: it is released, and asks.
        catch (Exception reason)
#pragma warning restore CA1031
        {
            LogUnanswered(services.Logger, reason, id.Key, hold.Pool.Value);
            return new PoolAnswer(hold.Pool, null);
        }
    }

    private async Task<AttemptResult> RecordAsync(PlaceOrder command, Attempt attempt, PoolAnswer[] answers)
    {
        if (!Array.TrueForAll(answers, answer => answer.Accepted)) return default;
        using Activity? step = EngineTracing.Step("placement.record");
        ImmutableArray<OwedVerdict> owed = teller.Unrecorded;
        try
        {
            AttemptResult result = await journal.ExecuteAsync(
                command.CommandId,
                (state, now) => _records.Hold(state, command, attempt, owed, now),
                state => _records.Found(state, command, attempt, services.Time.GetUtcNow()));
            if (!result.Holds) return result;
            Running = null;
            teller.TakeOver(owed);
            return result;
        }
        catch (JournalOverloadedException overload)
        {
            return new AttemptResult(Holds: false, Refuse(ErrorCodes.Overloaded, overload.Message));
        }
    }

    private async Task ReleaseAsync(Attempt attempt, PoolAnswer[] answers)
    {
        Running = null;
        using Activity? step = EngineTracing.Step("placement.release", answers.Length);
        await teller.ReleaseAsync(attempt, answers.Where(answer => answer.Accepted || services.Rules.ReleaseEveryPoolAsked).Select(answer => answer.Pool));
        if (!teller.Unrecorded.IsEmpty) teller.Start();
    }

    private static PlanOutcome QuotedPlan(OrderRecord state) => new()
    {
        Kind = PlanKind.Plan,
        Decision = state.Plan!.Decision,
        Holds = state.Plan.Holds,
        CompliantUntil = state.Plan.CompliantUntil,
    };

    private static OrderOutcome QuoteRefusal(PoolAnswer[] answers) =>
        Array.Find(answers, answer => answer.Reply is { Accepted: false } reply && reply.Reason != HoldRefusalReason.Overloaded) is { Reply: { } refusal } answer
            ? Refuse(ErrorCodes.QuoteStale, $"Pool '{answer.Pool}': {refusal.Reason}. {refusal.Detail}")
            : Refuse(ErrorCodes.CapacityConflict, "A pool of the quote did not answer. Try again.");

    private static OrderOutcome Refuse(string code, string? detail = null) => OrderAnswers.Refused(code, detail);
}
