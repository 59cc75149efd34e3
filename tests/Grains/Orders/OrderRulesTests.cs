using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Orders;

namespace Fulcrum.Grains.Tests.Orders;

public sealed class OrderRulesTests
{
    private readonly OrderBench _bench = new();

    [Fact]
    public void All_yes_is_recorded_with_what_was_asked_in_one_append()
    {
        _bench.Hold();
        _bench.Recorded.ShouldBe(["order.received.1", "order.held.2"]);
        _bench.State.EndsAt.ShouldBe(_bench.Now.AddSeconds(900));
        _bench.State.Owed.ShouldBeEmpty();
    }

    [Fact]
    public void Hold_and_confirm_in_one_call_owes_every_pool_a_confirmation()
    {
        _bench.Hold(confirm: true);
        _bench.State.State.ShouldBe(OrderState.Confirmed);
        _bench.State.Owed.Select(owed => (owed.Pool, owed.Confirm)).ShouldBe([("p1", true), ("p2", true)]);
        _bench.State.NextDue.ShouldBe(_bench.Now.AddSeconds(OrderLimits.VerdictDueSeconds));
    }

    [Fact]
    public void The_same_request_again_gets_the_recorded_answer_and_another_one_is_refused()
    {
        _bench.Hold();
        _bench.Records.Standing(_bench.State, _bench.NewPlace(), _bench.Now)!.Order!.State.ShouldBe(OrderState.Held);
        _bench.Records.Standing(_bench.State, _bench.NewPlace("other"), _bench.Now)!.Code.ShouldBe(ErrorCodes.IdempotencyMismatch);
    }

    [Fact]
    public void An_attempt_that_was_voided_is_never_recorded()
    {
        Attempt attempt = _bench.NewAttempt();
        _bench.Probe(attempt.Id).Verdict.ShouldBe(ProbeVerdict.Released);
        _bench.Recorded.ShouldBe(["order.voided.1"]);
        AttemptResult result = _bench.Take(_bench.Records.Hold(_bench.State, _bench.NewPlace(), attempt, [], _bench.Now));
        result.ShouldBe(new AttemptResult(Holds: false, Outcome: null));
        _bench.Recorded.ShouldBeEmpty();
        _bench.Hold();
    }

    [Fact]
    public void A_second_attempt_never_replaces_the_one_that_holds()
    {
        Attempt first = _bench.Hold();
        AttemptResult second = _bench.Take(_bench.Records.Hold(_bench.State, _bench.NewPlace(), _bench.NewAttempt(), [], _bench.Now));
        second.Holds.ShouldBeFalse();
        _bench.State.Attempt.ShouldBe(first.Id);
    }

    [Fact]
    public void Past_the_deadline_of_the_request_nothing_is_recorded()
    {
        PlaceOrder command = _bench.NewPlace() with { Deadline = _bench.Now.AddTicks(-1) };
        _bench.Take(_bench.Records.Hold(_bench.State, command, _bench.NewAttempt(), [], _bench.Now)).Outcome!.Code.ShouldBe(ErrorCodes.DeadlineExceeded);
        _bench.Recorded.ShouldBeEmpty();
    }

    [Fact]
    public void Confirm_just_before_the_end_succeeds_and_at_the_end_records_it()
    {
        _bench.Hold();
        _bench.Now = _bench.State.ExpiresAt!.Value;
        _bench.Take(_bench.Commands.Confirm(_bench.State, _bench.Later, _bench.Now.AddTicks(-1))).Code.ShouldBeNull();

        OrderBench late = new();
        late.Hold();
        late.Now = late.State.ExpiresAt!.Value;
        late.Take(late.Commands.Confirm(late.State, late.Later, late.Now)).Code.ShouldBe(ErrorCodes.HoldExpired);
        late.Recorded.ShouldBe(["order.expired.1"]);
        late.State.Owed.ShouldAllBe(owed => !owed.Confirm);
        late.Take(late.Commands.Confirm(late.State, late.Later, late.Now)).Code.ShouldBe(ErrorCodes.HoldExpired);
    }

    [Fact]
    public void Confirm_after_a_fact_has_ended_is_refused_as_a_matter_of_policy()
    {
        _bench.Hold(compliantUntil: _bench.Now.AddSeconds(60));
        _bench.Now = _bench.Now.AddSeconds(60);
        _bench.Take(_bench.Commands.Confirm(_bench.State, _bench.Later, _bench.Now)).Code.ShouldBe(ErrorCodes.PolicyUnsatisfied);
        _bench.State.State.ShouldBe(OrderState.Expired);
    }

    [Fact]
    public void Renewing_moves_the_end_and_nothing_else()
    {
        _bench.Hold();
        _bench.Now = _bench.Now.AddSeconds(800);
        RenewOrder renew = new() { CommandId = Guid.NewGuid(), Deadline = _bench.Later, Caller = Contracts.Identity.Caller.Development, HoldSeconds = 600 };
        _bench.Take(_bench.Commands.Renew(_bench.State, renew, _bench.Now)).Code.ShouldBeNull();
        _bench.State.ExpiresAt.ShouldBe(_bench.Now.AddSeconds(600));
        _bench.Take(_bench.Commands.Renew(_bench.State, renew with { HoldSeconds = 86_401 }, _bench.Now)).Code.ShouldBe(ErrorCodes.RequestInvalid);
    }

    [Fact]
    public void Cancelling_a_confirmed_order_owes_releases_in_place_of_confirmations()
    {
        Attempt attempt = _bench.Hold(confirm: true);
        _bench.Told(attempt.Id, confirmed: true, "p1");
        _bench.Take(_bench.Commands.Cancel(_bench.State, _bench.Later, _bench.Now)).Order!.State.ShouldBe(OrderState.Cancelled);
        _bench.State.Owed.Select(owed => (owed.Pool, owed.Confirm)).ShouldBe([("p1", false), ("p2", false)]);
        _bench.Told(attempt.Id, confirmed: true, "p2");
        _bench.State.Owed.Count.ShouldBe(2, "a late acknowledgement of the confirmation is none of the release");
        _bench.Told(attempt.Id, confirmed: false, "p1", "p2");
        _bench.State.NextDue.ShouldBeNull();
    }

    [Fact]
    public void Cancelling_an_active_order_ends_it()
    {
        _bench.Hold(confirm: true);
        _bench.Take(_bench.Commands.Activate(_bench.State, _bench.Later, _bench.Now)).Order!.State.ShouldBe(OrderState.Active);
        _bench.Take(_bench.Commands.Cancel(_bench.State, _bench.Later, _bench.Now)).Order!.State.ShouldBe(OrderState.Ended);
        _bench.Take(_bench.Commands.Confirm(_bench.State, _bench.Later, _bench.Now)).Code.ShouldBe(ErrorCodes.StateConflict);
    }

    [Fact]
    public void A_pool_that_asks_hears_what_is_recorded()
    {
        Guid running = Guid.NewGuid();
        _bench.Probe(running, running).Verdict.ShouldBe(ProbeVerdict.AskAgain);
        Attempt attempt = _bench.Hold();
        _bench.Probe(attempt.Id).AskAgainAt!.Value.ShouldBeGreaterThan(_bench.State.ExpiresAt!.Value);
        _bench.Probe(Guid.NewGuid()).Verdict.ShouldBe(ProbeVerdict.Released);
        _bench.Recorded.ShouldBeEmpty("another attempt can never hold this order any more");
        _bench.Take(_bench.Commands.Confirm(_bench.State, _bench.Later, _bench.Now));
        _bench.Probe(attempt.Id).Verdict.ShouldBe(ProbeVerdict.Confirmed);
    }

    [Fact]
    public void A_pool_that_asks_after_the_end_hears_it_only_when_it_is_recorded()
    {
        Attempt attempt = _bench.Hold();
        _bench.Now = _bench.State.ExpiresAt!.Value;
        _bench.Probe(attempt.Id).Verdict.ShouldBe(ProbeVerdict.Released);
        _bench.Recorded.ShouldBe(["order.expired.1"]);
    }

    [Theory]
    [InlineData(true, ProbeVerdict.AskAgain)]
    [InlineData(false, ProbeVerdict.Released)]
    public void A_change_of_the_pool_voids_a_hold_that_no_longer_complies(bool complies, ProbeVerdict verdict)
    {
        Attempt attempt = _bench.Hold();
        _bench.Complies = complies;
        _bench.Probe(attempt.Id, changed: OrderBench.Changed).Verdict.ShouldBe(verdict);
        _bench.State.Code.ShouldBe(complies ? null : ErrorCodes.PolicyUnsatisfied);
    }

    [Fact]
    public void A_confirmed_order_is_never_voided_by_a_change_of_its_pool()
    {
        Attempt attempt = _bench.Hold(confirm: true);
        _bench.Complies = false;
        _bench.Probe(attempt.Id, changed: OrderBench.Changed).Verdict.ShouldBe(ProbeVerdict.Confirmed);
    }

    [Fact]
    public void A_quote_is_ordered_once_by_one_request_and_not_after_its_end()
    {
        PlaceOrder quote = _bench.NewPlace("q") with { Mode = PlaceMode.Quote };
        _bench.Take(_bench.Records.Conclude(_bench.State, quote, _bench.Plan(), [], _bench.Now)).Order!.State.ShouldBe(OrderState.Quoted);
        PlaceOrder order = _bench.NewPlace("h") with { Mode = PlaceMode.HoldQuote, Order = null };
        _bench.Records.Standing(_bench.State, order, _bench.State.ValidUntil!.Value)!.Code.ShouldBe(ErrorCodes.QuoteStale);
        _bench.Take(_bench.Records.Hold(_bench.State, order, _bench.NewAttempt(), [], _bench.Now)).Holds.ShouldBeTrue();
        _bench.Recorded.ShouldBe(["order.held.2"]);
        _bench.Records.Standing(_bench.State, order, _bench.Now)!.Code.ShouldBeNull();
        _bench.Records.Standing(_bench.State, order with { Fingerprint = "other" }, _bench.Now)!.Code.ShouldBe(ErrorCodes.IdempotencyMismatch);
    }

    [Fact]
    public void Holds_are_shown_as_pools_have_acknowledged_them()
    {
        Attempt attempt = _bench.Hold(confirm: true);
        _bench.Told(attempt.Id, confirmed: true, "p1");
        OrderAnswers.View(new("t", "o1"), _bench.State)!.Holds.Select(hold => hold.State).ShouldBe([ClaimState.Allocated, ClaimState.Held]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_confirmed_order_says_whether_it_complies_and_stays_confirmed(bool complies)
    {
        OrderBench bench = new() { Complies = complies };
        Attempt attempt = bench.Hold(confirm: true);
        ProbeReply reply = bench.Probe(attempt.Id, changed: OrderBench.Changed);
        (reply.Verdict, reply.Complies).ShouldBe((ProbeVerdict.Confirmed, complies));
        bench.Recorded.ShouldBeEmpty();
        bench.Probe(attempt.Id).Complies.ShouldBeNull();
    }
}
