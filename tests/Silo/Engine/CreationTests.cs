using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Json;

namespace Fulcrum.Silo.Tests.Engine;

/// <summary>Orders and quotes are resources: what makes one says where it is, also when it is sent again.</summary>
public sealed class CreationTests
{
    private const int Created = 50;

    [Fact]
    public async Task An_order_and_a_quote_are_created_and_sent_again_get_the_recorded_answer()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database);
        (await silo.Gateway.ImportAsync(Calls.Context(), SmallMarket.Of(vcpu: 100))).ShouldSucceed();
        using HttpClient http = new() { BaseAddress = silo.Url };

        string order = Body(new { Order = SmallMarket.Order("first") });
        (await PostAsync(http, "/api/v1/orders", order)).ShouldBe((HttpStatusCode.Created, "/api/v1/orders/first"));
        (await PostAsync(http, "/api/v1/orders", order)).ShouldBe((HttpStatusCode.Created, "/api/v1/orders/first"));

        string nameless = Body(new { Order = SmallMarket.Order("x") with { Id = null } });
        (HttpStatusCode status, string? path) = await PostAsync(http, "/api/v1/orders", nameless, "key-1");
        status.ShouldBe(HttpStatusCode.Created);
        (await PostAsync(http, "/api/v1/orders", nameless, "key-1")).ShouldBe((HttpStatusCode.Created, path));

        (status, string? quote) = await PostAsync(http, "/api/v1/quotes", order, "key-2");
        status.ShouldBe(HttpStatusCode.Created);
        (await PostAsync(http, "/api/v1/quotes", order, "key-2")).ShouldBe((HttpStatusCode.Created, quote));
        (await http.GetAsync(new Uri(quote!, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        string hold = Body(new { QuoteId = quote!.Split('/')[^1] });
        (await PostAsync(http, "/api/v1/orders", hold)).ShouldBe((HttpStatusCode.OK, null));
    }

    [Fact]
    public async Task What_was_answered_as_created_can_be_ordered_by_name_at_once()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database);
        FederationDocument market = SmallMarket.Of(vcpu: 2);
        (await silo.Gateway.ImportAsync(Calls.Context(), market)).ShouldSucceed();
        for (int i = 0; i < Created; i++)
        {
            string provider = $"provider-{i}";
            (await silo.Gateway.PutProviderAsync(Calls.Context(), new ProviderDocument { Id = provider }, new Precondition())).ShouldSucceed();
            (await silo.Gateway.PutPoolAsync(Calls.Context(), market.ResourcePools[0] with { Id = $"pool-{i}", ProviderId = provider }, new Precondition())).ShouldSucceed();
            OrderDocument order = SmallMarket.Order($"order-{i}");
            order = order with { Items = [order.Items[0] with { Placement = new PlacementRuleDocument { AllowedProviders = [provider] } }] };
            (await silo.Gateway.PlaceAsync(Calls.Context(), new OrderRequest { Order = order })).ShouldSucceed().Holds.Single().Pool.Value.ShouldBe($"pool-{i}");
        }
    }

    [Fact]
    public async Task Without_a_key_every_request_makes_a_quote_of_its_own_also_for_an_order_with_an_id()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database);
        (await silo.Gateway.ImportAsync(Calls.Context(), SmallMarket.Of(vcpu: 100))).ShouldSucceed();
        using HttpClient http = new() { BaseAddress = silo.Url };
        string order = Body(new { Order = SmallMarket.Order("same") });
        (HttpStatusCode status, string? first) = await PostAsync(http, "/api/v1/quotes", order);
        (HttpStatusCode again, string? second) = await PostAsync(http, "/api/v1/quotes", order);
        (status, again).ShouldBe((HttpStatusCode.Created, HttpStatusCode.Created));
        second.ShouldNotBe(first);
    }

    [Fact]
    public async Task Cursors_that_no_list_gave_are_faults_of_the_query()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database);
        (await silo.Gateway.ImportAsync(Calls.Context(), SmallMarket.Of(vcpu: 100))).ShouldSucceed();
        using HttpClient http = new() { BaseAddress = silo.Url };
        (await FaultAsync(http, "/api/v1/events?after=nonsense")).ShouldBe("query.after");
        (await FaultAsync(http, $"/api/v1/resource-pools/{SmallMarket.PoolId}/allocations?cursor=nonsense")).ShouldBe("query.cursor");
    }

    [Fact]
    public async Task The_events_of_an_order_that_is_not_there_are_not_found()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database);
        using HttpClient http = new() { BaseAddress = silo.Url };
        using HttpResponseMessage answer = await http.GetAsync(new Uri("/api/v1/orders/nothing/events", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_refusal_says_in_words_what_is_wrong_and_what_to_do()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database);
        (await silo.Gateway.ImportAsync(Calls.Context(), SmallMarket.Of(vcpu: 100))).ShouldSucceed();
        (await silo.Gateway.PlaceAsync(Calls.Context(fingerprint: "one"), new OrderRequest { Order = SmallMarket.Order("taken") })).ShouldSucceed();
        Failure mismatch = (await silo.Gateway.PlaceAsync(Calls.Context(fingerprint: "two"), new OrderRequest { Order = SmallMarket.Order("taken") })).Failure!;
        (mismatch.Code, mismatch.Detail).ShouldBe(
            (ErrorCodes.IdempotencyMismatch, "The idempotency key, or the order's id, was used with another request. Use a new one for a new request."));
        Failure unknown = (await silo.Gateway.GetOrderAsync(Caller.Development, "nothing")).Failure!;
        (unknown.Code, unknown.Detail).ShouldBe((ErrorCodes.NotFound, "Nothing is known under that id."));
    }

    private static string Body<T>(T request) => JsonSerializer.Serialize(request, FulcrumJson.Options);

    private static async Task<(HttpStatusCode Status, string? Location)> PostAsync(HttpClient http, string path, string body, string? key = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, response.Headers.Location?.ToString());
    }

    private static async Task<string> FaultAsync(HttpClient http, string path)
    {
        using HttpResponseMessage response = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ProblemResource? problem = await response.Content.ReadFromJsonAsync<ProblemResource>(FulcrumJson.Options, TestContext.Current.CancellationToken);
        return problem!.Errors!.Value.ShouldHaveSingleItem().Path;
    }
}
