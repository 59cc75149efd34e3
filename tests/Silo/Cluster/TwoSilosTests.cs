using System.Net.Http.Json;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Json;
using Fulcrum.Contracts.Orders;
using Fulcrum.Silo.Tests.Engine;

namespace Fulcrum.Silo.Tests.Cluster;

/// <summary>Two silos as two processes on one PostgreSQL database.</summary>
[Collection(SiloProcess.Collection)]
public sealed class TwoSilosTests
{
    private const int Orders = 12;

    private static readonly TimeSpan TakeoverMax = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task An_order_placed_through_one_silo_is_read_confirmed_and_cancelled_through_the_other()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("postgres");
        SiloProcess[] silos = await Task.WhenAll(SiloProcess.StartAsync(database), SiloProcess.StartAsync(database));
        using SiloProcess one = silos[0];
        using SiloProcess other = silos[1];
        (await one.ImportAsync(Calls.Federation())).IsSuccessStatusCode.ShouldBeTrue();
        OrderResource held = await (await one.PlaceAsync(Calls.Order("02-spread-over-providers"), "spread")).OrderAsync();
        (await other.GetOrderAsync(held.Id)).Plan!.PriceMonthly.ShouldBe(held.Plan!.PriceMonthly);
        (await (await other.PostAsync($"/api/v1/orders/{held.Id}/confirm", "{}", "confirm")).OrderAsync()).State.ShouldBe(OrderState.Confirmed);
        (await one.GetOrderAsync(held.Id)).State.ShouldBe(OrderState.Confirmed);
        (await (await other.PostAsync($"/api/v1/orders/{held.Id}/cancel", "{}", "cancel")).OrderAsync()).State.ShouldBe(OrderState.Cancelled);
        (await one.GetOrderAsync(held.Id)).State.ShouldBe(OrderState.Cancelled);
        (await one.StopAsync()).ShouldBe(0);
        (await other.StopAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task After_kill_9_the_same_requests_through_the_other_silo_give_the_recorded_answers_within_ten_seconds()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("postgres");
        SiloProcess[] silos = await Task.WhenAll(SiloProcess.StartAsync(database), SiloProcess.StartAsync(database));
        using SiloProcess doomed = silos[0];
        using SiloProcess survivor = silos[1];
        (await doomed.ImportAsync(SmallMarket.Of(vcpu: 1000))).IsSuccessStatusCode.ShouldBeTrue();
        OrderResource[] held = await Task.WhenAll(Enumerable.Range(0, Orders).Select(async i => await (await doomed.PlaceAsync(SmallMarket.Order($"o{i}"), $"key{i}")).OrderAsync()));
        doomed.Kill();
        long killedAt = TimeProvider.System.GetTimestamp();
        OrderResource[] again = await Task.WhenAll(Enumerable.Range(0, Orders).Select(i => InsistAsync(survivor, i)));
        TimeProvider.System.GetElapsedTime(killedAt).ShouldBeLessThan(TakeoverMax);
        for (int i = 0; i < Orders; i++)
        {
            (again[i].Id, again[i].State, again[i].ExpiresAt, again[i].Version).ShouldBe((held[i].Id, OrderState.Held, held[i].ExpiresAt, held[i].Version));
        }

        PoolResource pool = (await survivor.Http.GetFromJsonAsync<PoolResource>(new Uri($"/api/v1/resource-pools/{SmallMarket.PoolId}", UriKind.Relative), FulcrumJson.Options, TestContext.Current.CancellationToken))!;
        pool.Capacity["vcpu"].Held.ShouldBe(Orders * SmallMarket.ReplicaVcpu);
    }

    private static async Task<OrderResource> InsistAsync(SiloProcess silo, int order)
    {
        using CancellationTokenSource timeout = new(TakeoverMax * 2);
        using PeriodicTimer pause = new(TimeSpan.FromMilliseconds(200));
        while (true)
        {
            HttpResponseMessage response = await silo.PlaceAsync(SmallMarket.Order($"o{order}"), $"key{order}");
            if (response.IsSuccessStatusCode) return await response.OrderAsync();
            await pause.WaitForNextTickAsync(timeout.Token);
        }
    }
}
