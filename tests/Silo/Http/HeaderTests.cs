using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Silo.Http;

namespace Fulcrum.Silo.Tests.Http;

/// <summary>Preconditions, idempotency keys, entity tags, statuses.</summary>
public sealed class HeaderTests : EdgeTests
{
    private const string PoolPath = "/api/v1/resource-pools/p-1";
    private const string Pool = """{ "id": "p-1", "providerId": "alpina", "locationId": "fr-par" }""";

    [Fact]
    public async Task A_change_without_a_precondition_is_refused()
    {
        foreach (string method in new[] { "PUT", "DELETE" })
        {
            EdgeAnswer answer = await Edge.SendAsync(method, PoolPath, method == "PUT" ? Pool : null);
            answer.Status.ShouldBe(428);
            answer.Problem.Code.ShouldBe(ErrorCodes.PreconditionRequired);
        }
    }

    [Fact]
    public async Task Preconditions_reach_the_gateway()
    {
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.PutPoolAsync), Views.Pool);
        (await PutAsync("If-Match", "\"7\"")).ShouldBe(new Precondition { Version = 7 });
        (await PutAsync("If-Match", "*")).ShouldBe(new Precondition { MustExist = true });
        (await PutAsync("If-None-Match", "*")).ShouldBe(new Precondition { MustNotExist = true });
    }

    [Theory]
    [InlineData("\"abc\"")]
    [InlineData("W/\"7\"")]
    [InlineData("\"-7\"")]
    public async Task A_tag_that_no_version_has_does_not_match(string tag)
    {
        EdgeAnswer answer = await Edge.SendAsync("PUT", PoolPath, Pool, ("If-Match", tag));
        answer.Status.ShouldBe(412);
        answer.Problem.Code.ShouldBe(ErrorCodes.PreconditionFailed);
    }

    [Theory]
    [InlineData("If-Match", "7", "header.If-Match")]
    [InlineData("If-Match", "\"7\", \"8\"", "header.If-Match")]
    [InlineData("If-None-Match", "\"7\"", "header.If-None-Match")]
    public async Task A_precondition_of_another_form_is_refused(string name, string value, string path)
    {
        EdgeAnswer answer = await Edge.SendAsync("PUT", PoolPath, Pool, (name, value));
        answer.Status.ShouldBe(400);
        answer.Problem.Errors!.Value.ShouldHaveSingleItem().Path.ShouldBe(path);
    }

    [Fact]
    public async Task Inventories_are_not_created()
    {
        EdgeAnswer answer = await Edge.SendAsync("PUT", $"{PoolPath}/inventories", "{}", ("If-None-Match", "*"));
        answer.Status.ShouldBe(428);
    }

    [Theory]
    [InlineData("/api/v1/orders", """{ "order": { "items": [ { "id": "a", "quantity": 1, "resources": { "vcpu": 1 } } ] } }""")]
    [InlineData("/api/v1/federation/import", "{}")]
    public async Task A_request_that_cannot_be_told_from_a_new_one_is_refused(string path, string body)
    {
        EdgeAnswer answer = await Edge.SendAsync("POST", path, body);
        answer.Status.ShouldBe(400);
        answer.Problem.Errors!.Value.ShouldHaveSingleItem().Path.ShouldBe("header.Idempotency-Key");
        Edge.Gateway.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_quote_needs_no_key_because_it_claims_nothing()
    {
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.QuoteAsync), new Answer<OrderView> { Value = Views.Order, Version = 1, Created = true });
        EdgeAnswer answer = await Edge.SendAsync("POST", "/api/v1/quotes", """{ "order": { "items": [ { "id": "a", "quantity": 1, "resources": { "vcpu": 1 } } ] } }""");
        answer.Status.ShouldBe(201);
        Edge.Gateway.LastCall.Argument<RequestContext>().IdempotencyKey.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\tb")]
    [InlineData(null)]
    public async Task A_key_of_another_form_is_refused(string? key)
    {
        EdgeAnswer answer = await Edge.SendAsync("POST", "/api/v1/orders/ord-1/confirm", null, ("Idempotency-Key", key ?? new string('k', HttpLimits.IdempotencyKeyLengthMax + 1)));
        answer.Status.ShouldBe(400);
    }

    [Fact]
    public async Task The_context_says_who_asks_until_when_and_what()
    {
        RequestContext first = await ConfirmAsync(body: null);
        first.Caller.ShouldBe(Caller.Development);
        first.IdempotencyKey.ShouldBe("key-1");
        first.Deadline.ShouldBe(Edge.Time.GetUtcNow().AddSeconds(HttpLimits.DeadlineSeconds));
        RequestContext second = await ConfirmAsync(body: "{ }");
        second.Fingerprint.ShouldBe(first.Fingerprint);
        second.CommandId.ShouldNotBe(first.CommandId);
    }

    [Fact]
    public async Task A_fingerprint_does_not_depend_on_how_JSON_is_written()
    {
        string first = await FingerprintAsync("/api/v1/orders", $$"""{"order":{{Order}},"holdSeconds":60}""");
        (await FingerprintAsync("/api/v1/orders", $$"""{ "holdSeconds": 60,  "order": {{Order}} }""")).ShouldBe(first);
        (await FingerprintAsync("/api/v1/orders", $$"""{ "holdSeconds": 61,  "order": {{Order}} }""")).ShouldNotBe(first);
    }

    [Fact]
    public async Task Something_new_is_201_with_its_path_and_tag()
    {
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.PlaceAsync), new Answer<OrderView> { Value = Views.Order, Version = 3, Created = true });
        EdgeAnswer answer = await Edge.SendAsync("POST", "/api/v1/orders", $$"""{ "order": {{Order}} }""");
        answer.Status.ShouldBe(201);
        answer.Headers.Location!.ToString().ShouldBe("/api/v1/orders/ord-1");
        answer.Headers.ETag!.Tag.ShouldBe("\"3\"");
    }

    [Fact]
    public async Task Something_known_is_200_without_a_path()
    {
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.PlaceAsync), new Answer<OrderView> { Value = Views.Order, Version = 3 });
        EdgeAnswer answer = await Edge.SendAsync("POST", "/api/v1/orders", """{ "quoteId": "ord-1" }""");
        answer.Status.ShouldBe(200);
        answer.Headers.Location.ShouldBeNull();
        Edge.Gateway.LastCall.Argument<OrderRequest>().QuoteId.ShouldBe("ord-1");
    }

    [Fact]
    public async Task A_change_still_under_way_is_202()
    {
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.SetProviderStatusAsync), new Answer<ProviderView>
        {
            Value = new ProviderView { Provider = new ProviderDocument { Id = "alpina" }, Version = 2, PendingPools = 1 },
            Version = 2,
            Pending = true,
        });
        (await Edge.SendAsync("POST", "/api/v1/providers/alpina/drain")).Status.ShouldBe(202);
        Edge.Gateway.LastCall.Argument<LifecycleStatus>().ShouldBe(LifecycleStatus.Draining);
    }

    [Theory]
    [InlineData("\"3\"", 304)]
    [InlineData("W/\"3\"", 304)]
    [InlineData("\"2\", \"3\"", 304)]
    [InlineData("*", 304)]
    [InlineData("\"2\"", 200)]
    public async Task A_read_of_a_known_version_is_304(string tag, int status)
    {
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.GetOrderAsync), new Answer<OrderView> { Value = Views.Order, Version = 3 });
        EdgeAnswer answer = await Edge.SendAsync("GET", "/api/v1/orders/ord-1", null, ("If-None-Match", tag));
        answer.Status.ShouldBe(status);
        answer.Headers.ETag!.Tag.ShouldBe("\"3\"");
        (answer.Body.Length == 0).ShouldBe(status == 304);
    }

    [Fact]
    public async Task A_pool_is_never_304_because_claims_do_not_change_its_tag()
    {
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.GetPoolAsync), new Answer<PoolSummary> { Value = Views.Pool, Version = 7 });
        EdgeAnswer answer = await Edge.SendAsync("GET", PoolPath, null, ("If-None-Match", "\"7\""));
        answer.Status.ShouldBe(200);
        answer.Headers.ETag!.Tag.ShouldBe("\"7\"");
    }

    [Fact]
    public async Task No_header_names_a_tenant()
    {
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.GetOrderAsync), Views.Order);
        await Edge.SendAsync("GET", "/api/v1/orders/ord-1", null, ("X-Tenant", "other"), ("Tenant", "other"));
        Edge.Gateway.LastCall.Argument<Caller>().ShouldBe(Caller.Development);
    }

    private async Task<Precondition> PutAsync(string name, string value)
    {
        (await Edge.SendAsync("PUT", PoolPath, Pool, (name, value))).Status.ShouldBe(200);
        return Edge.Gateway.LastCall.Argument<Precondition>();
    }

    private async Task<RequestContext> ConfirmAsync(string? body)
    {
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.ConfirmAsync), Views.Order);
        (await Edge.SendAsync("POST", "/api/v1/orders/ord-1/confirm", body, ("Idempotency-Key", "key-1"))).Status.ShouldBe(200);
        return Edge.Gateway.LastCall.Argument<RequestContext>();
    }

    private async Task<string> FingerprintAsync(string path, string body)
    {
        Edge.Gateway.Answers(nameof(IPlacementGatewayGrain.PlaceAsync), Views.Order);
        (await Edge.SendAsync("POST", path, body)).Status.ShouldBe(200);
        return Edge.Gateway.LastCall.Argument<RequestContext>().Fingerprint;
    }
}
