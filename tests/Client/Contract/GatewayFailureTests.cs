using Fulcrum.Client.Tests.Doubles;
using Fulcrum.Client.Tests.Transports;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Orders;

namespace Fulcrum.Client.Tests.Contract;

/// <summary>What actor calls can do wrong, and what goes with them.</summary>
public sealed class GatewayFailureTests : IAsyncDisposable
{
    private readonly GatewayTransport _transport = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cluster_without_an_answer_is_tried_again_with_the_same_command()
    {
        _transport.Gateway.Throw(new TimeoutException("30 s")).Throw(new SiloUnavailableException("gone")).Throw(new GatewayTooBusyException());
        IPlacementClient client = await _transport.ConnectAsync();
        (await client.ConfirmOrderAsync("ord-1", cancellationToken: Cancellation)).State.ShouldBe(OrderState.Confirmed);
        _transport.Gateway.Calls.Count.ShouldBe(4);
        _transport.Gateway.Calls.Select(static call => call.Context!.CommandId).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_cluster_that_never_answers_leaves_the_outcome_unknown()
    {
        for (int i = 0; i < 4; i++) _transport.Gateway.Throw(new TimeoutException());
        PlacementException exception = await Refusal(client => client.ConfirmOrderAsync("ord-1", cancellationToken: Cancellation));
        (exception.Code, exception.IsTransient, exception.IsOutcomeUnknown).ShouldBe((ErrorCodes.Unavailable, true, true));
    }

    [Fact]
    public async Task A_cluster_with_too_much_to_do_has_done_nothing()
    {
        for (int i = 0; i < 4; i++) _transport.Gateway.Throw(new GatewayTooBusyException());
        PlacementException exception = await Refusal(client => client.ConfirmOrderAsync("ord-1", cancellationToken: Cancellation));
        (exception.Code, exception.IsTransient, exception.IsOutcomeUnknown).ShouldBe((ErrorCodes.Overloaded, true, false));
    }

    [Fact]
    public async Task A_fault_is_told_and_not_tried_again()
    {
        _transport.Gateway.Throw(new InvalidOperationException("broken"));
        PlacementException exception = await Refusal(client => client.ConfirmOrderAsync("ord-1", cancellationToken: Cancellation));
        (exception.Code, exception.IsTransient, exception.IsOutcomeUnknown).ShouldBe((ErrorCodes.Internal, false, true));
        _transport.Gateway.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Each_try_has_a_deadline_of_its_own()
    {
        _transport.Gateway.Fail(ErrorCodes.Unavailable, retryAfterSeconds: 5);
        IPlacementClient client = await _transport.ConnectAsync();
        await client.PlaceOrderAsync(new OrderRequest { Order = Canned.OrderDocument }, cancellationToken: Cancellation);
        DateTimeOffset[] deadlines = [.. _transport.Gateway.Calls.Select(static call => call.Context!.Deadline)];
        deadlines[0].ShouldBe(Canned.Now + _transport.Options.AttemptTimeout);
        (deadlines[1] - deadlines[0]).ShouldBe(_transport.Time.Waits.Single());
    }

    public ValueTask DisposeAsync() => _transport.DisposeAsync();

    private async Task<PlacementException> Refusal(Func<IPlacementClient, Task> call)
    {
        IPlacementClient client = await _transport.ConnectAsync();
        return await Should.ThrowAsync<PlacementException>(() => call(client));
    }
}
