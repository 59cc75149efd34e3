using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;

namespace Fulcrum.Silo.Tests.Engine;

/// <summary>What becomes of new orders, holds and allocations when a provider drains or is suspended.</summary>
public sealed class DrainAndSuspendTests
{
    [Fact]
    public async Task Draining_takes_no_new_orders_but_leaves_holds_confirmable()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database);
        (await silo.Gateway.ImportAsync(Calls.Context(), SmallMarket.Of(vcpu: 100))).ShouldSucceed();
        (await silo.Gateway.PlaceAsync(Calls.Context(), new OrderRequest { Order = SmallMarket.Order("before") })).ShouldSucceed();
        Answer<ProviderView> drained = await silo.Gateway.SetProviderStatusAsync(Calls.Context(), "only", LifecycleStatus.Draining);
        drained.ShouldSucceed().PendingPools.ShouldBe(0);
        (await silo.Gateway.PlaceAsync(Calls.Context(), new OrderRequest { Order = SmallMarket.Order("after") })).Failure!.Code.ShouldBe(ErrorCodes.Infeasible);
        (await silo.Gateway.ConfirmAsync(Calls.Context(), "before")).ShouldSucceed().State.ShouldBe(OrderState.Confirmed);
        (await silo.Gateway.DeleteProviderAsync(Calls.Context(), "only", new Precondition())).Failure!.Code.ShouldBe(ErrorCodes.InUse);
    }

    [Fact]
    public async Task A_suspension_is_answered_when_every_hold_is_voided_and_leaves_allocations()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database);
        (await silo.Gateway.ImportAsync(Calls.Context(), SmallMarket.Of(vcpu: 100))).ShouldSucceed();
        (await silo.Gateway.PlaceAsync(Calls.Context(), new OrderRequest { Order = SmallMarket.Order("held") })).ShouldSucceed();
        (await silo.Gateway.PlaceAsync(Calls.Context(), new OrderRequest { Order = SmallMarket.Order("confirmed"), Confirm = true })).ShouldSucceed();
        Answer<ProviderView> suspended = await silo.Gateway.SetProviderStatusAsync(Calls.Context(), "only", LifecycleStatus.Suspended);
        suspended.ShouldSucceed().PendingPools.ShouldBe(0);
        OrderView voided = (await silo.Gateway.GetOrderAsync(Caller.Development, "held")).ShouldSucceed();
        (voided.State, voided.Code).ShouldBe((OrderState.Expired, ErrorCodes.PolicyUnsatisfied));
        (await silo.Gateway.GetOrderAsync(Caller.Development, "confirmed")).ShouldSucceed().State.ShouldBe(OrderState.Confirmed);
        (await silo.Gateway.GetPoolAsync(Caller.Development, SmallMarket.PoolId)).ShouldSucceed().Allocations.ShouldBe(1);
    }
}
