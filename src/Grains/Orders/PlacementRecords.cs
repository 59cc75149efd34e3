using System.Collections.Immutable;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Orders;

/// <summary>What an order decides about placing: what is recorded already, and what may be recorded now. Pure.</summary>
internal sealed class PlacementRecords(OrderId id, OrderOptions options)
{
    /// <summary>The answer that stands, if one does; null when the request is to be carried out.</summary>
    public OrderOutcome? Standing(OrderRecord state, PlaceOrder command, DateTimeOffset now)
    {
        if (command.Mode == PlaceMode.HoldQuote) return StandingOfQuote(state, command, now);
        if (state.State is null) return null;
        return state.Fingerprint == command.Fingerprint ? OrderAnswers.Recorded(id, state) : OrderAnswers.Refused(ErrorCodes.IdempotencyMismatch);
    }

    /// <summary>Records the attempt as the one that holds, unless something came between.</summary>
    public Decision<OrderRecord, OrderEvent, AttemptResult> Hold(
        OrderRecord state, PlaceOrder command, Attempt attempt, ImmutableArray<OwedVerdict> owed, DateTimeOffset now)
    {
        if (Standing(state, command, now) is { } standing) return Settled(standing);
        if (now > command.Deadline) return Settled(OrderAnswers.Refused(ErrorCodes.DeadlineExceeded));
        bool over = state.Voided.Contains(attempt.Id) || now >= attempt.ExpiresAt || attempt.Plan.CompliantUntil <= now;
        return over
            ? new([], _ => new AttemptResult(Holds: false, Outcome: null))
            : new([.. Opening(state, command, owed), .. Holding(command, attempt)], after => Found(after, command, attempt, now));
    }

    /// <summary>What came of an attempt whose events are stored.</summary>
    public AttemptResult Found(OrderRecord state, PlaceOrder command, Attempt attempt, DateTimeOffset now) =>
        new(state.Attempt == attempt.Id, Standing(state, command, now));

    /// <summary>Records that there is no plan, or that the fault is ours, unless something came between.</summary>
    public Decision<OrderRecord, OrderEvent, OrderOutcome> Conclude(
        OrderRecord state, PlaceOrder command, PlanOutcome plan, ImmutableArray<OwedVerdict> owed, DateTimeOffset now)
    {
        if (Standing(state, command, now) is { } standing) return new([], _ => standing) { MustBeCurrent = true };
        if (now > command.Deadline) return new([], _ => OrderAnswers.Refused(ErrorCodes.DeadlineExceeded));
        OrderEvent end = plan.Kind switch
        {
            PlanKind.Infeasible => new OrderRejected(plan.Decision!, plan.Evidence),
            PlanKind.Plan => new OrderQuoted(plan.Decision!, plan.Holds, plan.CompliantUntil, plan.Evidence, QuoteEnd(plan, now)),
            _ => new OrderFailed(ErrorCodes.Internal, plan.Detail),
        };
        return new([.. Opening(state, command, owed), end], after => OrderAnswers.Recorded(id, after));
    }

    private OrderOutcome? StandingOfQuote(OrderRecord state, PlaceOrder command, DateTimeOffset now)
    {
        if (state.State is null) return OrderAnswers.Refused(ErrorCodes.NotFound);
        if (!state.WasQuoted) return OrderAnswers.Refused(ErrorCodes.StateConflict, "The order is not a quote.");
        if (state.State == OrderState.Quoted) return OrderCommands.ExpiryCode(state, now) is { } code ? OrderAnswers.Refused(id, state, code) : null;
        if (state.QuoteFingerprint is null) return OrderAnswers.Refused(id, state, ErrorCodes.QuoteStale);
        return state.QuoteFingerprint == command.Fingerprint ? OrderAnswers.Recorded(id, state) : OrderAnswers.Refused(ErrorCodes.IdempotencyMismatch);
    }

    private DateTimeOffset QuoteEnd(PlanOutcome plan, DateTimeOffset now)
    {
        DateTimeOffset end = now.AddSeconds(options.QuoteSeconds);
        return plan.CompliantUntil is { } compliant && compliant < end ? compliant : end;
    }

    private static IEnumerable<OrderEvent> Opening(OrderRecord state, PlaceOrder command, ImmutableArray<OwedVerdict> owed)
    {
        if (state.State is null) yield return new OrderReceived(command.Order!, command.Fingerprint);
        foreach (IGrouping<(Guid Attempt, DateTimeOffset Deadline), OwedVerdict> attempt in owed.GroupBy(verdict => (verdict.Attempt, verdict.HoldDeadline)))
        {
            yield return new OrderOwes(attempt.Key.Attempt, attempt.Key.Deadline, [.. attempt.Select(verdict => verdict.Pool)]);
        }
    }

    private static IEnumerable<OrderEvent> Holding(PlaceOrder command, Attempt attempt)
    {
        PlanOutcome plan = attempt.Plan;
        bool quoted = command.Mode == PlaceMode.HoldQuote;
        RecordedPlan? recorded = quoted ? null : new RecordedPlan(plan.Decision!, plan.Holds, plan.CompliantUntil, plan.Evidence);
        yield return new OrderHeld(attempt.Id, attempt.HoldDeadline, attempt.ExpiresAt, recorded, quoted ? command.Fingerprint : null);
        if (command.Confirm) yield return new OrderConfirmed();
    }

    private static Decision<OrderRecord, OrderEvent, AttemptResult> Settled(OrderOutcome outcome) =>
        new([], _ => new AttemptResult(Holds: false, outcome)) { MustBeCurrent = true };
}
