using System.Collections.Concurrent;
using System.Diagnostics;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Reading;
using Fulcrum.Grains.Telemetry;
using Fulcrum.Planning;
using Fulcrum.Solver.Model;

namespace Fulcrum.Silo.Tests.Engine;

/// <summary>Orders that arrive together are planned together, and each is held, recorded and ended as any other.</summary>
public sealed class BatchTests
{
    private const int Orders = 40;
    private const int Fits = 10;

    private static readonly string[] Settings = ["--Fulcrum:Solver:BatchWindowMilliseconds", "1000"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_orders_are_planned_together_and_each_has_a_decision_that_can_be_checked_again()
    {
        ConcurrentQueue<Activity> spans = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name == EngineTracing.SourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database, [.. Settings, "--Fulcrum:Solver:BatchOrdersMax", "2", "--Fulcrum:Telemetry:Metrics", "true"]);
        (await silo.Gateway.ImportAsync(Calls.Context(), TwoPools())).ShouldSucceed();
        (await silo.Gateway.QuoteAsync(Calls.Context(), new QuoteRequest { Order = SmallMarket.Order("first") })).ShouldSucceed();
        OrderDocument tied = SmallMarket.Order("tied");
        tied = tied with { Items = [tied.Items[0] with { Placement = new PlacementRuleDocument { AllowedProviders = ["only"] } }] };
        OrderView[] held = [.. (await Task.WhenAll(Place(silo, SmallMarket.Order("free")), Place(silo, tied))).Select(static answer => answer.ShouldSucceed())];
        held.Select(static order => order.State).ShouldBe([OrderState.Held, OrderState.Held]);
        held.Select(static order => order.Holds.Single().Pool.Value).ShouldBe(["dear-pool", SmallMarket.PoolId]);
        using HttpClient http = new() { BaseAddress = silo.Url };
        foreach (OrderView order in held)
        {
            OrderDecisionResource decision = DocumentReader.ReadOrderDecision(await http.GetByteArrayAsync(new Uri($"/api/v1/orders/{order.Id.Value}/decision", UriKind.Relative), Cancellation)).Value!;
            decision.Evidence!.Market.PlannedWith.ShouldBe(1);
            PlacementProblem problem = EvidenceTranslation.ToSnapshot(decision.Evidence.Federation!, decision.Evidence.Claims).ToProblem(decision.Order, decision.Decision.DecidedAt);
            PlanVerifier.Check(problem, decision.Decision, decision.Decision.Plan!).ShouldBeEmpty();
        }

        Activity[] plans = [.. spans.Where(static span => span.OperationName == "placement.plan" && 2.Equals(span.GetTagItem("fulcrum.batch.orders")))];
        plans.Length.ShouldBe(2);
        string metrics = await http.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancellation);
        metrics.ShouldContain("fulcrum_batch_orders_sum");
        metrics.ShouldContain("fulcrum_batch_duration_seconds_count");
        (await silo.Gateway.ConfirmAsync(Calls.Context(), "tied")).ShouldSucceed().State.ShouldBe(OrderState.Confirmed);
        (await silo.Gateway.CancelAsync(Calls.Context(), "free")).ShouldSucceed().State.ShouldBe(OrderState.Cancelled);
        (await silo.Gateway.GetOrderAsync(Caller.Development, "tied")).ShouldSucceed().State.ShouldBe(OrderState.Confirmed);
    }

    [Fact]
    public async Task A_request_sent_twice_while_its_batch_gathers_is_one_order()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database, Settings);
        (await silo.Gateway.ImportAsync(Calls.Context(), SmallMarket.Of(vcpu: 100))).ShouldSucceed();
        Answer<OrderView>[] answers = await Task.WhenAll(Place(silo, SmallMarket.Order("same")), Place(silo, SmallMarket.Order("same")), Place(silo, SmallMarket.Order("other")));
        answers.Select(static answer => answer.ShouldSucceed().Id.Value).ShouldBe(["same", "same", "other"]);
        (await silo.Gateway.GetPoolAsync(Caller.Development, SmallMarket.PoolId)).ShouldSucceed().Holds.ShouldBe(2);
    }

    [Fact]
    public async Task Orders_planned_together_fail_on_their_own()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database, [.. Settings, "--Fulcrum:Solver:BatchOrdersMax", "3"]);
        (await silo.Gateway.ImportAsync(Calls.Context(), SmallMarket.Of(vcpu: 3 * SmallMarket.ReplicaVcpu))).ShouldSucceed();
        OrderDocument impossible = SmallMarket.Order("impossible");
        impossible = impossible with { Items = [impossible.Items[0] with { Quantity = 4 }] };
        Answer<OrderView>[] answers = await Task.WhenAll(Place(silo, SmallMarket.Order("one")), Place(silo, impossible), Place(silo, SmallMarket.Order("two")));
        answers.Select(static answer => answer.Failure?.Code).ShouldBe([null, ErrorCodes.Infeasible, null]);
        answers[1].Failure!.Decision!.ConflictSet.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("sqlite", "20")]
    [InlineData("postgres", "20")]
    [InlineData("sqlite", "1000")]
    public async Task Exactly_as_many_orders_win_as_fit(string provider, string milliseconds)
    {
        using TestDatabase database = await TestDatabase.CreateAsync(provider);
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database, "--Fulcrum:Solver:BatchWindowMilliseconds", milliseconds, "--Fulcrum:Admission:UnderWayMax", "20");
        (await silo.Gateway.ImportAsync(Calls.Context(), SmallMarket.Of(vcpu: Fits * SmallMarket.ReplicaVcpu))).ShouldSucceed();
        Answer<OrderView>[] answers = await Task.WhenAll(Enumerable.Range(0, Orders).Select(number => Place(silo, SmallMarket.Order($"fight-{number}"))));
        answers.Count(static answer => answer.Failure is null).ShouldBe(Fits);
        answers.Where(static answer => answer.Failure is not null).ShouldAllBe(static answer => answer.Failure!.Code == ErrorCodes.Infeasible || answer.Failure.Code == ErrorCodes.CapacityConflict);
        PoolSummary pool = (await silo.Gateway.GetPoolAsync(Caller.Development, SmallMarket.PoolId)).ShouldSucceed();
        (pool.Held["vcpu"], pool.Holds).ShouldBe((pool.Sellable["vcpu"], Fits));
    }

    [Theory]
    [InlineData("BatchWindowMilliseconds", "1001")]
    [InlineData("BatchWindowMilliseconds", "-1")]
    [InlineData("BatchOrdersMax", "1")]
    [InlineData("BatchOrdersMax", "9")]
    public async Task A_setting_out_of_bounds_stops_the_start(string name, string value)
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        Exception exception = await Should.ThrowAsync<Exception>(() => EmbeddedSilo.StartAsync(database, $"--Fulcrum:Solver:{name}", value));
        exception.ToString().ShouldContain(name);
    }

    private static Task<Answer<OrderView>> Place(EmbeddedSilo silo, OrderDocument order) => silo.Gateway.PlaceAsync(Calls.Context(fingerprint: order.Id!), new OrderRequest { Order = order });

    /// <summary>A cheap and a dear pool that hold one order each.</summary>
    private static FederationDocument TwoPools()
    {
        FederationDocument one = SmallMarket.Of(vcpu: SmallMarket.ReplicaVcpu);
        ResourcePoolDocument dear = one.ResourcePools[0] with { Id = "dear-pool", ProviderId = "dear", PriceBook = [new("vcpu", 0.03m)] };
        return one with { Providers = [.. one.Providers, new ProviderDocument { Id = "dear" }], ResourcePools = [.. one.ResourcePools, dear] };
    }
}
