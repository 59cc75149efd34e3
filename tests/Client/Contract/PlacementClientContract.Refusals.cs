using Fulcrum.Client.Tests.Doubles;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Orders;

namespace Fulcrum.Client.Tests.Contract;

public abstract partial class PlacementClientContract
{
    [Fact]
    public async Task An_infeasible_order_is_refused_with_its_reasons()
    {
        _transport.Gateway.Fail(new Failure
        {
            Code = ErrorCodes.Infeasible,
            Detail = "No plan exists.",
            Decision = Canned.Infeasible,
            Order = Canned.Order(OrderState.Rejected, Canned.Infeasible),
        });
        PlacementException exception = await Refusal(() => _client.PlaceOrderAsync(Order, cancellationToken: Cancellation));
        exception.Code.ShouldBe(ErrorCodes.Infeasible);
        exception.Funnel.ShouldHaveSingleItem().Steps.ShouldHaveSingleItem().Rule.ShouldBe("eligibility.traits");
        exception.ConflictSet.ShouldBe(["eligibility.traits"]);
        exception.Relaxations.ShouldHaveSingleItem().PriceMonthly.ShouldBe(12.5m);
        exception.Order!.State.ShouldBe(OrderState.Rejected);
    }

    [Fact]
    public async Task Every_fault_of_an_order_is_told_with_its_path()
    {
        OrderItemDocument bad = new() { Id = "web", Quantity = 0, Resources = [] };
        OrderRequest request = new() { Order = Canned.OrderDocument with { Items = [bad] }, HoldSeconds = 0 };
        PlacementException exception = await Refusal(() => _client.PlaceOrderAsync(request, cancellationToken: Cancellation));
        exception.Code.ShouldBe(ErrorCodes.RequestInvalid);
        exception.Faults.Select(static fault => fault.Path).ShouldBe(["$.order.items[0].quantity", "$.order.items[0].resources", "$.holdSeconds"], ignoreOrder: true);
        _transport.Gateway.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Faults_that_the_engine_finds_are_told_too()
    {
        _transport.Gateway.Fail(new Failure { Code = ErrorCodes.RequestInvalid, Detail = "1 fault", Faults = [new RequestFault("$.order.items[0].users[0].locationId", "There is no location 'x'.")] });
        PlacementException exception = await Refusal(() => _client.QuoteAsync(new QuoteRequest { Order = Canned.OrderDocument }, cancellationToken: Cancellation));
        exception.Faults.ShouldHaveSingleItem().ShouldBe(new RequestFault("$.order.items[0].users[0].locationId", "There is no location 'x'."));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a?b=c")]
    public async Task An_id_that_is_none_is_refused_before_it_is_sent(string id)
    {
        Func<Task>[] calls =
        [
            () => _client.GetOrderAsync(id, Cancellation),
            () => _client.CancelOrderAsync(id, cancellationToken: Cancellation),
            () => _client.GetPoolAsync(id, Cancellation),
            () => _client.DrainProviderAsync(id, cancellationToken: Cancellation),
            () => _client.PutLocationAsync(Canned.Location(id), Precondition.IsNew, Cancellation),
            async () => await _client.ListAllocations(id).ReadPageAsync(cancellationToken: Cancellation),
        ];
        foreach (Func<Task> call in calls) (await Refusal(call)).Faults.ShouldHaveSingleItem().Path.ShouldBe("path.id");
        _transport.Gateway.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_without_a_condition_is_refused()
    {
        PlacementException exception = await Refusal(() => _client.PutPoolAsync(Canned.PoolDocument, new Precondition(), Cancellation));
        exception.Code.ShouldBe(ErrorCodes.PreconditionRequired);
        _transport.Gateway.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Capacity_is_grouped_only_by_what_there_is()
    {
        PlacementException exception = await Refusal(() => _client.GetCapacityAsync(new CapacityQuery { GroupBy = ["country", "contry"] }, Cancellation));
        RequestFault fault = exception.Faults.ShouldHaveSingleItem();
        fault.Path.ShouldBe("query.groupBy");
        fault.Message.ShouldContain("Maybe you meant 'country'.");
    }

    [Fact]
    public void A_page_without_items_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => _client.ListOrders(page: new PageQuery { Limit = 0 }));

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("ümlaut")]
    public void A_key_that_cannot_be_sent_is_refused(string key) => Should.Throw<ArgumentException>(() => new RequestOptions { IdempotencyKey = key });
}
