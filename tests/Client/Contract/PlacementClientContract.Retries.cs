using Fulcrum.Client.Tests.Doubles;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Orders;

namespace Fulcrum.Client.Tests.Contract;

public abstract partial class PlacementClientContract
{
    public static TheoryData<string> TransientCodes =>
        [ErrorCodes.Unavailable, ErrorCodes.CapacityConflict, ErrorCodes.TimeLimit, ErrorCodes.DeadlineExceeded, ErrorCodes.Overloaded];

    public static TheoryData<string> FinalCodes =>
        [.. ProblemKinds.All.Where(static kind => !kind.IsRetryable).Select(static kind => kind.Code)];

    [Theory]
    [MemberData(nameof(TransientCodes))]
    public async Task A_failure_that_passes_is_tried_again_with_the_same_request(string code)
    {
        _transport.Gateway.Fail(code).Fail(code);
        (await _client.PlaceOrderAsync(Order, cancellationToken: Cancellation)).State.ShouldBe(OrderState.Held);
        RequestContext[] contexts = [.. _transport.Gateway.Calls.Select(static call => call.Context!)];
        contexts.Length.ShouldBe(3);
        contexts[0].IdempotencyKey.ShouldNotBeNullOrEmpty();
        contexts.Select(static context => context.IdempotencyKey).Distinct().ShouldHaveSingleItem();
        contexts.Select(static context => context.Fingerprint).Distinct().ShouldHaveSingleItem();
        _transport.Gateway.Calls.Select(static call => ((OrderRequest)call.Arguments[0]!).Order!.Id).Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(FinalCodes))]
    public async Task A_refusal_is_not_tried_again(string code)
    {
        _transport.Gateway.Fail(code);
        PlacementException exception = await Refusal(() => _client.ConfirmOrderAsync("ord-1", cancellationToken: Cancellation));
        exception.Code.ShouldBe(code);
        exception.Message.ShouldBe($"Scripted: {code}.");
        exception.IsTransient.ShouldBeFalse();
        _transport.Gateway.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Two_calls_are_two_requests()
    {
        await _client.PlaceOrderAsync(Order, cancellationToken: Cancellation);
        await _client.PlaceOrderAsync(Order, cancellationToken: Cancellation);
        _transport.Gateway.Calls.Select(static call => call.Context!.IdempotencyKey).Distinct().Count().ShouldBe(2);
        _transport.Gateway.Calls.Select(static call => call.Context!.CommandId).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_key_given_is_the_key_sent()
    {
        RequestOptions options = new() { IdempotencyKey = "order-4711" };
        await _client.PlaceOrderAsync(Order, options, Cancellation);
        await _client.CancelOrderAsync("ord-1", options, Cancellation);
        _transport.Gateway.Calls.ShouldAllBe(call => call.Context!.IdempotencyKey == "order-4711");
    }

    [Fact]
    public async Task Tries_are_bounded_and_the_last_failure_is_told()
    {
        for (int i = 0; i < _transport.Options.AttemptsMax; i++) _transport.Gateway.Fail(ErrorCodes.Unavailable);
        PlacementException exception = await Refusal(() => _client.PlaceOrderAsync(Order, cancellationToken: Cancellation));
        exception.Code.ShouldBe(ErrorCodes.Unavailable);
        exception.IsTransient.ShouldBeTrue();
        exception.IsOutcomeUnknown.ShouldBeTrue();
        _transport.Gateway.Calls.Count.ShouldBe(_transport.Options.AttemptsMax);
    }

    [Fact]
    public async Task The_wait_that_the_engine_asks_for_is_kept()
    {
        _transport.Gateway.Fail(ErrorCodes.CapacityConflict, retryAfterSeconds: 7);
        await _client.PlaceOrderAsync(Order, cancellationToken: Cancellation);
        _transport.Time.Waits.ShouldHaveSingleItem().ShouldBeInRange(TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7) + _transport.Options.RetryDelay);
    }

    [Fact]
    public async Task A_wait_beyond_the_window_is_left_to_the_caller()
    {
        _transport.Gateway.Fail(ErrorCodes.Overloaded, retryAfterSeconds: 3600);
        PlacementException exception = await Refusal(() => _client.PlaceOrderAsync(Order, cancellationToken: Cancellation));
        exception.RetryAfter.ShouldBe(TimeSpan.FromHours(1));
        exception.IsTransient.ShouldBeTrue();
        exception.IsOutcomeUnknown.ShouldBeFalse();
        _transport.Gateway.Calls.ShouldHaveSingleItem();
        _transport.Time.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_version_that_an_earlier_try_may_have_moved_on_is_told_as_unknown()
    {
        _transport.Gateway.Fail(ErrorCodes.Unavailable).Fail(ErrorCodes.PreconditionFailed);
        PlacementException exception = await Refusal(() => _client.PutPoolAsync(Canned.PoolDocument, Precondition.HasVersion(6), Cancellation));
        exception.Code.ShouldBe(ErrorCodes.PreconditionFailed);
        exception.IsOutcomeUnknown.ShouldBeTrue();
    }

    [Fact]
    public async Task A_refusal_after_an_unknown_outcome_settles_it()
    {
        _transport.Gateway.Fail(ErrorCodes.Unavailable).Fail(ErrorCodes.Infeasible);
        (await Refusal(() => _client.PlaceOrderAsync(Order, cancellationToken: Cancellation))).IsOutcomeUnknown.ShouldBeFalse();
    }

    [Fact]
    public async Task A_try_without_an_answer_is_given_up_and_sent_again()
    {
        PendingCall pending = _transport.Gateway.Block();
        Task<OrderResource> placed = _client.PlaceOrderAsync(Order, cancellationToken: Cancellation);
        await pending.Arrived;
        _transport.Time.FireTimeouts();
        (await placed).State.ShouldBe(OrderState.Held);
        _transport.Gateway.Calls.Select(static call => call.Context!.IdempotencyKey).Distinct().ShouldHaveSingleItem();
        pending.Release();
    }

    [Fact]
    public async Task A_caller_who_goes_away_ends_the_wait_and_not_the_request()
    {
        PendingCall pending = _transport.Gateway.Block();
        using CancellationTokenSource cancellation = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task<OrderResource> placed = _client.PlaceOrderAsync(Order, cancellationToken: cancellation.Token);
        await pending.Arrived;
        await cancellation.CancelAsync();
        await placed.ShouldThrowAsync<OperationCanceledException>();
        _transport.Gateway.Calls.ShouldHaveSingleItem();
        pending.Release();
    }
}
