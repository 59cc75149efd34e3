using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Fulcrum.Client.Calls;
using Fulcrum.Client.Http;
using Fulcrum.Client.Tests.Doubles;
using Fulcrum.Client.Tests.Transports;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Json;
using Fulcrum.Contracts.Orders;

namespace Fulcrum.Client.Tests.Contract;

/// <summary>What HTTP can do wrong that the engine does not.</summary>
public sealed class HttpFailureTests
{
    private static readonly string Held = JsonSerializer.Serialize(OrderResource.From(Canned.Order(OrderState.Held)), FulcrumJson.Options);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(429)]
    public async Task A_proxy_that_has_nothing_to_say_is_tried_again(int status)
    {
        await using RawServer server = await RawServer.StartAsync();
        server.Then(status, "text/html", "<html>").Then(200, "application/json", Held);
        (await server.Client.ConfirmOrderAsync("ord-1", cancellationToken: Cancellation)).State.ShouldBe(OrderState.Held);
        server.Requests.Select(static request => request.Key).Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(404, ErrorCodes.NoSuchRoute)]
    [InlineData(413, ErrorCodes.RequestTooLarge)]
    [InlineData(418, ErrorCodes.RequestInvalid)]
    [InlineData(500, ErrorCodes.Internal)]
    public async Task A_status_without_a_problem_stands_for_one(int status, string code)
    {
        await using RawServer server = await RawServer.StartAsync();
        server.Then(status, "text/plain", "no");
        PlacementException exception = await Refusal(() => server.Client.GetOrderAsync("ord-1", Cancellation));
        exception.Code.ShouldBe(code);
        exception.Message.ShouldContain($"HTTP {status}");
        server.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_code_that_is_not_known_keeps_its_name()
    {
        await using RawServer server = await RawServer.StartAsync();
        server.Then(409, ProblemResource.MediaType, """{ "type": "urn:x", "title": "New", "status": 409, "detail": "Something new.", "code": "placement.something_new", "later": 1 }""");
        PlacementException exception = await Refusal(() => server.Client.GetOrderAsync("ord-1", Cancellation));
        (exception.Code, exception.Message, exception.IsTransient).ShouldBe(("placement.something_new", "Something new.", false));
    }

    [Fact]
    public async Task The_date_of_Retry_After_is_kept()
    {
        await using RawServer server = await RawServer.StartAsync();
        server.Then(503, "text/plain", "", Canned.Now.AddSeconds(9).ToString("R")).Then(200, "application/json", Held);
        await server.Client.GetOrderAsync("ord-1", Cancellation);
        server.Time.Waits.ShouldHaveSingleItem().ShouldBeInRange(TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(9.1));
    }

    [Fact]
    public async Task A_connection_that_breaks_is_tried_again_under_the_same_key()
    {
        await using RawServer server = await RawServer.StartAsync();
        server.Then(Break).Then(BreakInTheMiddle).Then(200, "application/json", Held);
        (await server.Client.CancelOrderAsync("ord-1", cancellationToken: Cancellation)).State.ShouldBe(OrderState.Held);
        server.Requests.Count.ShouldBe(3);
        server.Requests.Select(static request => request.Key).Distinct().ShouldHaveSingleItem().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_connection_that_keeps_breaking_leaves_the_outcome_unknown()
    {
        await using RawServer server = await RawServer.StartAsync();
        server.Then(Break).Then(Break).Then(Break).Then(Break);
        PlacementException exception = await Refusal(() => server.Client.CancelOrderAsync("ord-1", cancellationToken: Cancellation));
        (exception.Code, exception.IsTransient, exception.IsOutcomeUnknown).ShouldBe((ErrorCodes.Unavailable, true, true));
        server.Requests.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("<html>")]
    public async Task An_answer_that_is_none_is_a_fault(string body)
    {
        await using RawServer server = await RawServer.StartAsync();
        server.Then(200, "application/json", body);
        (await Refusal(() => server.Client.GetOrderAsync("ord-1", Cancellation))).Code.ShouldBe(ErrorCodes.Internal);
        server.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_engine_that_is_not_there_is_told_as_unreachable()
    {
        using HttpClient http = new() { BaseAddress = new Uri($"http://127.0.0.1:{ClosedPort()}/") };
        HastyTime time = new();
        HttpPlacementClient client = new(http, new CallOptions(), time, new Random(1));
        PlacementException exception = await Refusal(() => client.CancelOrderAsync("ord-1", cancellationToken: Cancellation));
        (exception.Code, exception.IsTransient, exception.IsOutcomeUnknown).ShouldBe((ErrorCodes.Unavailable, true, false));
        exception.Message.ShouldContain("cannot be reached");
        time.Waits.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Waits_grow_and_differ()
    {
        await using RawServer server = await RawServer.StartAsync();
        server.Then(Break).Then(Break).Then(Break).Then(Break);
        await Refusal(() => server.Client.CancelOrderAsync("ord-1", cancellationToken: Cancellation));
        double[] waits = [.. server.Time.Waits.Select(static wait => wait.TotalMilliseconds)];
        waits[0].ShouldBeInRange(50, 100);
        waits[1].ShouldBeInRange(100, 200);
        waits[2].ShouldBeInRange(200, 400);
    }

    [Fact]
    public async Task Paths_come_after_the_path_of_the_address()
    {
        await using RawServer server = await RawServer.StartAsync("/exchange/");
        server.Then(200, "application/json", """{ "items": [], "totalItems": 0 }""");
        await server.Client.ListOrders(new Contracts.Exchange.OrderFilter { ConsumerId = "a-1" }).ReadPageAsync("x y&z", Cancellation);
        server.Requests.ShouldHaveSingleItem().Path.ShouldBe("/exchange/api/v1/orders?consumerId=a-1&limit=50&cursor=x%20y%26z");
    }

    private static Task Break(Microsoft.AspNetCore.Http.HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    private static async Task BreakInTheMiddle(Microsoft.AspNetCore.Http.HttpContext http)
    {
        http.Response.ContentLength = Held.Length;
        await http.Response.Body.WriteAsync("{"u8.ToArray(), http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        http.Abort();
    }

    private static int ClosedPort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Task<PlacementException> Refusal(Func<Task> call) => call.ShouldThrowAsync<PlacementException>();
}
