using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;

namespace Fulcrum.Silo.Tests.Engine;

/// <summary>Many orders fight for a pool that fits few: exactly as many win as fit.</summary>
public sealed class ContentionTests
{
    private const int Orders = 200;
    private const int Fits = 50;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Exactly_as_many_orders_win_as_fit_and_the_others_are_refused_cleanly(string provider)
    {
        using TestDatabase database = await TestDatabase.CreateAsync(provider);
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database);
        (await silo.Gateway.ImportAsync(Calls.Context(), SmallMarket.Of(vcpu: Fits * SmallMarket.ReplicaVcpu))).ShouldSucceed();
        Answer<OrderView>[] answers = await Task.WhenAll(Enumerable.Range(0, Orders)
            .Select(i => silo.Gateway.PlaceAsync(Calls.Context(), new OrderRequest { Order = SmallMarket.Order($"fight-{i}") })));
        answers.Count(static answer => answer.Failure is null).ShouldBe(Fits);
        answers.Where(static answer => answer.Failure is not null).ShouldAllBe(static answer => answer.Failure!.Code == ErrorCodes.Infeasible || answer.Failure.Code == ErrorCodes.CapacityConflict);
        PoolSummary pool = (await silo.Gateway.GetPoolAsync(Caller.Development, SmallMarket.PoolId)).ShouldSucceed();
        pool.Held["vcpu"].ShouldBe(pool.Sellable["vcpu"]);
        pool.Overcommitted.ShouldBeEmpty();
        pool.Holds.ShouldBe(Fits);
    }
}
