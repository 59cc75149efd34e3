using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Silo.Tests.Http;

/// <summary>Every failure is a problem.</summary>
public sealed class ProblemTests : EdgeTests
{
    private const string Secret = "Host=db;Password=secret";

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v2/orders")]
    public async Task An_unknown_path_is_a_problem(string path)
    {
        EdgeAnswer answer = await Edge.SendAsync("GET", path);
        answer.Status.ShouldBe(404);
        answer.Problem.Code.ShouldBe(ErrorCodes.NoSuchRoute);
        answer.Problem.Instance.ShouldBe(path);
    }

    [Fact]
    public async Task A_method_that_a_path_does_not_take_is_a_problem()
    {
        EdgeAnswer answer = await Edge.SendAsync("DELETE", "/api/v1/orders");
        answer.Status.ShouldBe(405);
        answer.Problem.Code.ShouldBe(ErrorCodes.NoSuchRoute);
        answer.Allow.ShouldBe(["GET", "POST"], ignoreOrder: true);
    }

    [Fact]
    public async Task Every_code_is_answered_with_its_status()
    {
        foreach (ProblemKind kind in ProblemKinds.All)
        {
            Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.ConfirmAsync), new Answer<OrderView> { Failure = new Failure { Code = kind.Code, Detail = "So it is." } });
            EdgeAnswer answer = await Edge.SendAsync("POST", "/api/v1/orders/ord-1/confirm");
            answer.Status.ShouldBe(kind.Status, kind.Code);
            (answer.Headers.RetryAfter is not null).ShouldBe(kind.Status is 429 or 503, kind.Code);
            ProblemResource problem = answer.Problem;
            (problem.Code, problem.Title, problem.Detail, problem.Type).ShouldBe((kind.Code, kind.Title, "So it is.", $"urn:fulcrum:problem:{kind.Code}"));
        }
    }

    [Fact]
    public async Task An_infeasible_order_is_answered_with_its_reasons()
    {
        DecisionDocument decision = new()
        {
            Status = PlacementStatus.Infeasible,
            DecidedAt = Views.Noon,
            Funnel = [new ItemFunnelDocument { ItemId = "web", Steps = [new FunnelStepDocument { Rule = "sovereignty", Removed = 3, Left = 0 }] }],
            ConflictSet = ["sovereignty"],
            Relaxations = [new RelaxationDocument { Rule = "sovereignty", Change = "Accept EEA.", PriceMonthly = 12.5m }],
        };
        Failure failure = new() { Code = ErrorCodes.Infeasible, Detail = "No plan exists.", Decision = decision, Order = Views.Order };
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.PlaceAsync), new Answer<OrderView> { Failure = failure });
        EdgeAnswer answer = await Edge.SendAsync("POST", "/api/v1/orders", $$"""{ "order": {{Order}} }""");
        answer.Status.ShouldBe(409);
        ProblemResource problem = answer.Problem;
        problem.Funnel!.Value[0].Steps[0].Removed.ShouldBe(3);
        problem.ConflictSet!.Value.ShouldBe(["sovereignty"]);
        problem.Relaxations!.Value[0].PriceMonthly.ShouldBe(12.5m);
        problem.Order!.Id.ShouldBe("ord-1");
    }

    [Fact]
    public async Task A_retry_time_of_the_engine_is_passed_on()
    {
        Failure failure = new() { Code = ErrorCodes.CapacityConflict, Detail = "Try again.", RetryAfterSeconds = 7 };
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.ConfirmAsync), new Answer<OrderView> { Failure = failure });
        EdgeAnswer answer = await Edge.SendAsync("POST", "/api/v1/orders/ord-1/confirm");
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
        answer.Problem.RetryAfterSeconds.ShouldBe(7);
    }

    [Fact]
    public async Task A_fault_of_ours_tells_nothing_of_itself()
    {
        Edge.Gateway.Throws<PoolSummary>(nameof(IPlacementGatewayGrain.GetPoolAsync), new InvalidOperationException(Secret));
        EdgeAnswer answer = await Edge.SendAsync("GET", "/api/v1/resource-pools/p-1");
        answer.Status.ShouldBe(500);
        answer.Problem.Code.ShouldBe(ErrorCodes.Internal);
        answer.Body.ShouldNotContain(Secret);
        answer.Body.ShouldNotContain(nameof(InvalidOperationException));
    }

    [Fact]
    public async Task A_store_or_a_silo_that_cannot_be_reached_is_unavailable()
    {
        Exception[] exceptions =
        [
            new EventStoreUnavailableException(Secret), new OutcomeUnknownException(Secret), new TimeoutException(Secret),
            new SiloUnavailableException(Secret), new OperationCanceledException(Secret),
        ];
        foreach (Exception exception in exceptions) await ShouldBeAsync(exception, 503, ErrorCodes.Unavailable);
    }

    [Fact]
    public async Task A_silo_with_too_much_to_do_says_so()
    {
        await ShouldBeAsync(new JournalOverloadedException(Secret), 429, ErrorCodes.Overloaded);
        await ShouldBeAsync(new LimitExceededException(Secret), 429, ErrorCodes.Overloaded);
    }

    private async Task ShouldBeAsync(Exception exception, int status, string code)
    {
        Edge.Gateway.Throws<OrderView>(nameof(IPlacementGatewayGrain.ConfirmAsync), exception);
        EdgeAnswer answer = await Edge.SendAsync("POST", "/api/v1/orders/ord-1/confirm");
        answer.Status.ShouldBe(status, exception.GetType().Name);
        answer.Problem.Code.ShouldBe(code);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        answer.Body.ShouldNotContain(Secret);
    }
}
