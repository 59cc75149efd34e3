using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Orders;

namespace Fulcrum.Client.Tests.Engine;

/// <summary>What a caller of the real engine sees, the same over every transport.</summary>
public abstract partial class EngineContract
{
    private readonly IPlacementClient _client;
    private readonly IPlacementClient _other;

    private protected EngineContract(IPlacementClient client, IPlacementClient other)
    {
        _client = client;
        _other = other;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_order_is_quoted_held_confirmed_activated_and_ended()
    {
        OrderResource quote = await _client.QuoteAsync(new QuoteRequest { Order = RealEngine.Order("03-latency-web-database") }, cancellationToken: Cancellation);
        quote.State.ShouldBe(OrderState.Quoted);
        quote.Status.ShouldBe(PlacementStatus.Optimal);
        OrderResource held = await _client.PlaceOrderAsync(new OrderRequest { QuoteId = quote.Id, HoldSeconds = 600 }, cancellationToken: Cancellation);
        held.State.ShouldBe(OrderState.Held);
        held.Plan!.PriceMonthly.ShouldBe(quote.Plan!.PriceMonthly);
        (await _client.GetOrderAsync(held.Id, Cancellation)).Version.ShouldBe(held.Version);
        (await _client.ConfirmOrderAsync(held.Id, cancellationToken: Cancellation)).State.ShouldBe(OrderState.Confirmed);
        (await _client.ConfirmOrderAsync(held.Id, cancellationToken: Cancellation)).State.ShouldBe(OrderState.Confirmed);
        (await _client.ActivateOrderAsync(held.Id, cancellationToken: Cancellation)).State.ShouldBe(OrderState.Active);
        (await _client.CancelOrderAsync(held.Id, cancellationToken: Cancellation)).State.ShouldBe(OrderState.Ended);
    }

    [Fact]
    public async Task A_hold_shows_in_its_pools_and_in_its_decision_and_can_be_renewed()
    {
        OrderResource held = await PlaceAsync("01-cheapest-vm");
        string pool = held.Holds.ShouldHaveSingleItem().ResourcePoolId;
        List<AllocationResource> allocations = await ToListAsync(_client.ListAllocations(pool));
        allocations.ShouldContain(allocation => allocation.OrderId == held.Id);
        OrderDecisionResource decision = await _client.GetDecisionAsync(held.Id, Cancellation);
        decision.Decision.Plan!.PriceMonthly.ShouldBe(held.Plan!.PriceMonthly);
        OrderResource renewed = await _client.RenewOrderAsync(held.Id, 7200, cancellationToken: Cancellation);
        renewed.ExpiresAt!.Value.ShouldBeGreaterThan(held.ExpiresAt!.Value);
        await _client.CancelOrderAsync(held.Id, cancellationToken: Cancellation);
    }

    [Fact]
    public async Task The_same_key_is_the_same_order_over_any_transport()
    {
        RequestOptions options = new() { IdempotencyKey = Guid.NewGuid().ToString() };
        OrderRequest request = new() { Order = RealEngine.Order("01-cheapest-vm") };
        OrderResource first = await _client.PlaceOrderAsync(request, options, Cancellation);
        OrderResource again = await _client.PlaceOrderAsync(request, options, Cancellation);
        OrderResource elsewhere = await _other.PlaceOrderAsync(request, options, Cancellation);
        (again.Id, again.Version).ShouldBe((first.Id, first.Version));
        (elsewhere.Id, elsewhere.Version).ShouldBe((first.Id, first.Version));
        PlacementException exception = await Refusal(() => _other.PlaceOrderAsync(request with { HoldSeconds = 61 }, options, Cancellation));
        exception.Code.ShouldBe(ErrorCodes.IdempotencyMismatch);
        await _client.CancelOrderAsync(first.Id, cancellationToken: Cancellation);
    }

    [Fact]
    public async Task An_order_that_cannot_be_placed_is_refused_with_its_reasons()
    {
        PlacementException exception = await Refusal(() => PlaceAsync("08-infeasible"));
        exception.Code.ShouldBe(ErrorCodes.Infeasible);
        exception.Funnel.ShouldNotBeEmpty();
        exception.IsTransient.ShouldBeFalse();
    }

    [Fact]
    public async Task An_order_that_names_what_there_is_not_is_refused_with_its_path()
    {
        OrderDocument order = RealEngine.Order("01-cheapest-vm");
        OrderItemDocument item = order.Items[0] with { Users = [new UserGroupDocument { LocationId = "fr-parr" }] };
        PlacementException exception = await Refusal(() => _client.QuoteAsync(new QuoteRequest { Order = order with { Items = [item] } }, cancellationToken: Cancellation));
        exception.Code.ShouldBe(ErrorCodes.RequestInvalid);
        RequestFault fault = exception.Faults.ShouldHaveSingleItem();
        fault.Path.ShouldBe("$.order.items[0].users[0].locationId");
        fault.Message.ShouldContain("fr-par");
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        Func<Task>[] calls =
        [
            () => _client.GetOrderAsync("nothing", Cancellation),
            () => _client.ConfirmOrderAsync("nothing", cancellationToken: Cancellation),
            () => _client.GetPoolAsync("nothing", Cancellation),
            () => _client.GetProviderAsync("nothing", Cancellation),
            () => _client.GetLocationAsync("nothing", Cancellation),
            () => _client.ListAllocations("nothing").ReadPageAsync(cancellationToken: Cancellation),
        ];
        foreach (Func<Task> call in calls) (await Refusal(call)).Code.ShouldBe(ErrorCodes.NotFound);
    }

    [Fact]
    public async Task An_order_that_is_over_cannot_be_confirmed()
    {
        OrderResource held = await PlaceAsync("01-cheapest-vm");
        await _client.CancelOrderAsync(held.Id, cancellationToken: Cancellation);
        (await Refusal(() => _client.ConfirmOrderAsync(held.Id, cancellationToken: Cancellation))).Code.ShouldBe(ErrorCodes.StateConflict);
    }

    [Fact]
    public async Task A_store_that_cannot_be_reached_leaves_the_outcome_unknown()
    {
        PlacementException exception = await Refusal(() => _client.ConfirmOrderAsync(BrokenStore.OrderId, cancellationToken: Cancellation));
        (exception.Code, exception.IsTransient, exception.IsOutcomeUnknown).ShouldBe((ErrorCodes.Unavailable, true, true));
        exception.RetryAfter.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Orders_are_listed_by_state_and_consumer()
    {
        string consumer = $"consumer-{Guid.NewGuid():N}";
        string[] ids = new string[3];
        for (int i = 0; i < ids.Length; i++)
        {
            OrderRequest request = new() { Order = RealEngine.Order("01-cheapest-vm") with { ConsumerId = consumer } };
            ids[i] = (await _client.PlaceOrderAsync(request, cancellationToken: Cancellation)).Id;
        }

        OrderFilter held = new() { State = OrderState.Held, ConsumerId = consumer };
        (await ToListAsync(_client.ListOrders(held, new PageQuery { Limit = 2 }))).Select(static order => order.Id).ShouldBe(ids.Order(StringComparer.Ordinal));
        foreach (string id in ids) await _client.CancelOrderAsync(id, cancellationToken: Cancellation);
        (await ToListAsync(_client.ListOrders(held))).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_feed_tells_of_an_order_and_can_be_resumed()
    {
        string start = (await ToListAsync(_client.StreamEventsAsync(new EventStreamOptions { Follow = false }, Cancellation)))[^1].Cursor;
        OrderResource held = await PlaceAsync("01-cheapest-vm");
        await _client.CancelOrderAsync(held.Id, cancellationToken: Cancellation);
        EventListResource own = await _client.GetOrderEventsAsync(held.Id, cancellationToken: Cancellation);
        EventStreamOptions after = new() { Follow = false, After = start, PageSize = 3 };
        List<EventResource> all = await ToListAsync(_client.StreamEventsAsync(after, Cancellation));
        EventResource[] ours = [.. all.Where(item => item.Subject.EndsWith("/" + held.Id, StringComparison.Ordinal))];
        ours.Take(own.Items.Length).Select(static item => item.Version).ShouldBe(own.Items.Select(static item => item.Version));
        int middle = all.Count / 2;
        List<EventResource> rest = await ToListAsync(_client.StreamEventsAsync(after with { After = all[middle].Cursor }, Cancellation));
        rest.Take(all.Count - middle - 1).Select(static item => item.Cursor).ShouldBe(all.Skip(middle + 1).Select(static item => item.Cursor));
        (await Refusal(() => _client.ReadEventsAsync(new EventQuery { After = "nonsense" }, Cancellation))).Code.ShouldBe(ErrorCodes.RequestInvalid);
    }

    private static Task<PlacementException> Refusal(Func<Task> call) => call.ShouldThrowAsync<PlacementException>();

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        List<T> list = [];
        await foreach (T item in items.WithCancellation(Cancellation)) list.Add(item);
        return list;
    }

    private Task<OrderResource> PlaceAsync(string sample) => _client.PlaceOrderAsync(new OrderRequest { Order = RealEngine.Order(sample) }, cancellationToken: Cancellation);
}
