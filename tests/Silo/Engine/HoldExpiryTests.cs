using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;

namespace Fulcrum.Silo.Tests.Engine;

/// <summary>Holds end on time, also over a restart of the silo.</summary>
public sealed class HoldExpiryTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_hold_that_is_not_confirmed_expires_and_gives_its_capacity_back_after_a_restart(string provider)
    {
        using TestDatabase database = await TestDatabase.CreateAsync(provider);
        await using (EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database))
        {
            (await silo.Gateway.ImportAsync(Calls.Context(), SmallMarket.Of(vcpu: SmallMarket.ReplicaVcpu))).ShouldSucceed();
            OrderRequest brief = new() { Order = SmallMarket.Order("brief"), HoldSeconds = 2 };
            (await silo.Gateway.PlaceAsync(Calls.Context(), brief)).ShouldSucceed().State.ShouldBe(OrderState.Held);
        }

        await using (EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database))
        {
            await UntilAsync(async () => (await silo.Gateway.GetOrderAsync(Caller.Development, "brief")).ShouldSucceed().State == OrderState.Expired);
            await UntilAsync(async () => (await silo.Gateway.GetPoolAsync(Caller.Development, SmallMarket.PoolId)).ShouldSucceed().Holds == 0);
            (await silo.Gateway.ConfirmAsync(Calls.Context(), "brief")).Failure!.Code.ShouldBe(ErrorCodes.HoldExpired);
            (await silo.Gateway.PlaceAsync(Calls.Context(), new OrderRequest { Order = SmallMarket.Order("next"), Confirm = true })).ShouldSucceed().State.ShouldBe(OrderState.Confirmed);
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using CancellationTokenSource timeout = new(Patience);
        using PeriodicTimer poll = new(TimeSpan.FromMilliseconds(100));
        while (!await condition()) await poll.WaitForNextTickAsync(timeout.Token);
    }
}
