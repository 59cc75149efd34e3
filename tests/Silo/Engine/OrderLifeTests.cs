using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;

namespace Fulcrum.Silo.Tests.Engine;

public sealed class OrderLifeTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task An_order_is_planned_held_confirmed_and_cancelled_and_survives_a_restart(string provider)
    {
        using TestDatabase database = await TestDatabase.CreateAsync(provider);
        OrderView held;
        await using (EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database))
        {
            ImportReport report = (await silo.Gateway.ImportAsync(Calls.Context(), Calls.Federation())).ShouldSucceed();
            report.ResourcePools.Created.ShouldBe(Calls.Federation().ResourcePools.Length);
            (await silo.Gateway.ImportAsync(Calls.Context(), Calls.Federation())).ShouldSucceed().ResourcePools.Unchanged.ShouldBe(report.ResourcePools.Created);
            held = (await silo.Gateway.PlaceAsync(Calls.Context(), new OrderRequest { Order = Calls.Order("03-latency-web-database") })).ShouldSucceed();
            held.State.ShouldBe(OrderState.Held);
            held.Decision!.Status.ShouldBe(PlacementStatus.Optimal);
        }

        await using (EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database))
        {
            OrderView found = (await silo.Gateway.GetOrderAsync(Caller.Development, held.Id.Value)).ShouldSucceed();
            found.Decision!.Plan!.PriceMonthly.ShouldBe(held.Decision!.Plan!.PriceMonthly);
            found.ExpiresAt.ShouldBe(held.ExpiresAt);
            (await silo.Gateway.ConfirmAsync(Calls.Context(), held.Id.Value)).ShouldSucceed().State.ShouldBe(OrderState.Confirmed);
            (await silo.Gateway.ConfirmAsync(Calls.Context(), held.Id.Value)).ShouldSucceed().State.ShouldBe(OrderState.Confirmed);
            (await silo.Gateway.CancelAsync(Calls.Context(), held.Id.Value)).ShouldSucceed().State.ShouldBe(OrderState.Cancelled);
            Page<OrderListItem> list = (await silo.Gateway.ListOrdersAsync(Caller.Development, new OrderFilter { State = OrderState.Cancelled }, new PageQuery())).ShouldSucceed();
            list.Items.ShouldHaveSingleItem().PriceMonthly.ShouldBe(held.Decision!.Plan!.PriceMonthly);
        }
    }
}
