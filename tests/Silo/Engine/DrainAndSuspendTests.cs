using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;

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

    [Fact]
    public async Task An_allocation_drifts_when_facts_break_the_gate_of_its_order_and_comes_back_with_them()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database);
        FederationDocument market = SmallMarket.Of(vcpu: 100);
        ProviderDocument french = market.Providers[0] with { Sovereignty = new SovereigntyProfile { Seat = "FR" } };
        ProviderDocument german = french with { Sovereignty = new SovereigntyProfile { Seat = "DE" } };
        (await silo.Gateway.ImportAsync(Calls.Context(), market with { Providers = [french] })).ShouldSucceed();
        OrderPolicyDocument gate = new() { Sovereignty = new SovereigntyPolicyDocument { SeatIn = ["FR"] } };
        await ConfirmAsync(silo, SmallMarket.Order("gated") with { Policy = gate });
        await ConfirmAsync(silo, SmallMarket.Order("free"));

        (await silo.Gateway.PutProviderAsync(Calls.Context(), german, new Precondition { MustExist = true })).ShouldSucceed();
        await DriftedAsync(silo, "gated");
        (await silo.Gateway.PutProviderAsync(Calls.Context(), french, new Precondition { MustExist = true })).ShouldSucceed();
        await DriftedAsync(silo);
        (await silo.Gateway.SetProviderStatusAsync(Calls.Context(), "only", LifecycleStatus.Suspended)).ShouldSucceed();
        await DriftedAsync(silo, "free", "gated");
        (await silo.Gateway.SetProviderStatusAsync(Calls.Context(), "only", LifecycleStatus.Active)).ShouldSucceed();
        await DriftedAsync(silo);
    }

    private static async Task ConfirmAsync(EmbeddedSilo silo, OrderDocument order)
    {
        (await silo.Gateway.PlaceAsync(Calls.Context(), new OrderRequest { Order = order, Confirm = true })).ShouldSucceed();
        await UntilAsync(async () => (await ClaimsAsync(silo)).Any(claim => claim.Order.Value == order.Id && claim.State == ClaimState.Allocated));
    }

    /// <summary>Waits until just these are listed as drifted and counted with their pool and provider.</summary>
    private static Task DriftedAsync(EmbeddedSilo silo, params string[] orders) => UntilAsync(async () =>
    {
        string[] drifted = [.. (await ClaimsAsync(silo)).Where(static claim => claim.Drifted).Select(static claim => claim.Order.Value).Order(StringComparer.Ordinal)];
        ProviderView provider = (await silo.Gateway.GetProviderAsync(Caller.Development, "only")).ShouldSucceed();
        return drifted.SequenceEqual(orders) && provider.DriftedAllocations == orders.Length;
    });

    private static async Task<ImmutableArray<ClaimView>> ClaimsAsync(EmbeddedSilo silo) =>
        (await silo.Gateway.ListAllocationsAsync(Caller.Development, SmallMarket.PoolId, new PageQuery())).ShouldSucceed().Items;

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(30));
        using PeriodicTimer poll = new(TimeSpan.FromMilliseconds(20));
        while (!await holds()) await poll.WaitForNextTickAsync(timeout.Token);
    }
}
