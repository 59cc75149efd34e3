using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange.Resources;

namespace Fulcrum.Silo.Tests.Http;

/// <summary>Bad input: a problem that names the path, and the gateway is not asked.</summary>
public sealed class BadInputTests : EdgeTests
{
    private const string Items = """[ { "id": "web", "quantity": 1, "resources": { "vcpu": 1 } } ]""";

    [Theory]
    [InlineData("{ \"order\": ", "$", "Line 1, column 12")]
    [InlineData("{\n  \"order\": {,} }", "$", "Line 2, column 13")]
    [InlineData("""{ "order": { "items": NaN } }""", "$", "malformed")]
    [InlineData("""{ "ordr": {} }""", "$.ordr", "'order'")]
    [InlineData("""{ "order": { "items": [], "itms": 1 } }""", "$.order.itms", "'items'")]
    [InlineData("""{ "order": { "items": [] } }""", "$.order.items", "at least one")]
    [InlineData("""{ "order": { "items": [ { "id": "a", "quantity": 1, "resources": { "vcpu": -4 } } ] } }""", "$.order.items[0].resources.vcpu", "-4")]
    [InlineData("""{ "order": { "items": [ { "id": "a", "quantity": 1, "resources": { "vcpu": 1.5 } } ] } }""", "$.order.items[0].resources.vcpu", "whole")]
    [InlineData("""{ "order": { "items": [ { "id": "a", "quantity": 1, "resources": { "vcpu": 1000000000000000000 } } ] } }""", "$.order.items[0].resources.vcpu", "1000000000000")]
    [InlineData("""{ "order": { "items": [ { "id": "a", "quantity": 1, "resources": { "vcpu": "NaN" } } ] } }""", "$.order.items[0].resources.vcpu", "a number")]
    [InlineData("""{ "order": { "items": [ { "id": "a", "quantity": 0, "resources": { "vcpu": 1 } } ] } }""", "$.order.items[0].quantity", "10000")]
    [InlineData("""{ "order": { "items": [ { "id": "a", "quantity": 1, "resources": { "vcpu": 1 } }, { "id": "a", "quantity": 1, "resources": { "vcpu": 1 } } ] } }""", "$.order.items[1].id", "twice")]
    [InlineData("""{ "order": { "items": """ + Items + """, "relations": [ { "from": "web", "to": "bd" } ] } }""", "$.order.relations[0].to", "no item 'bd'")]
    [InlineData("""{ "order": { "items": """ + Items + """, "policy": { "sovereignty": { "seatIn": [] } } } }""", "$.order.policy.sovereignty.seatIn", "not be empty")]
    [InlineData("""{ "order": { "items": """ + Items + """, "currency": "USD" } }""", "$.order.currency", "currency")]
    [InlineData("""{ "order": { "items": """ + Items + """ }, "holdSeconds": 86401 }""", "$.holdSeconds", "86400")]
    [InlineData("""{ "order": { "items": """ + Items + """ }, "confirm": 1 }""", "$.confirm", "true or false")]
    [InlineData("""{ "order": { "items": """ + Items + """ }, "quoteId": "q-1" }""", "$.quoteId", "just that quote")]
    [InlineData("{}", "$.order", "quoteId")]
    [InlineData("[]", "$", "an object")]
    public Task An_order_is_refused(string body, string path, string message) => ShouldBeRefusedAsync("POST", "/api/v1/orders", body, path, message);

    [Theory]
    [InlineData("""{ "order": { "items": """ + Items + """ }, "alternatives": 0 }""", "$.alternatives", "from 1 to 20")]
    [InlineData("""{ "order": { "items": """ + Items + """ }, "whyNot": { "itemId": "web" } }""", "$.whyNot.providerId", "missing")]
    [InlineData("""{ "order": { "items": """ + Items + """ }, "whyNot": { "itemId": "wbe", "providerId": "p" } }""", "$.whyNot.itemId", "'web'")]
    [InlineData("{}", "$.order", "missing")]
    public Task A_quote_is_refused(string body, string path, string message) => ShouldBeRefusedAsync("POST", "/api/v1/quotes", body, path, message);

    [Theory]
    [InlineData("""{ "id": "fr-par", "country": "FR" }""", "$.latitude", "missing")]
    [InlineData("""{ "id": "fr-par", "country": "FR", "latitude": 91, "longitude": 2 }""", "$.latitude", "-90 to 90")]
    [InlineData("""{ "id": "fr-par", "country": "UK", "latitude": 1, "longitude": 2 }""", "$.country", "GB")]
    [InlineData("""{ "id": "fr-pra", "country": "FR", "latitude": 1, "longitude": 2 }""", "$.id", "'fr-par'")]
    public Task A_location_is_refused(string body, string path, string message) => ShouldBeRefusedAsync("PUT", "/api/v1/locations/fr-par", body, path, message);

    [Theory]
    [InlineData("""{ "id": "p-1", "providerId": "a", "locationId": "l", "inventories": { "vcpu": { "total": -1 } } }""", "$.inventories.vcpu.total", "-1")]
    [InlineData("""{ "id": "p-1", "providerId": "a", "locationId": "l", "priceBook": { "vcpu": 1000001 } }""", "$.priceBook.vcpu", "1000000")]
    [InlineData("""{ "id": "p-1", "providerId": "a", "locationId": "l", "currency": "USD" }""", "$.currency", "EUR")]
    [InlineData("""{ "id": "p-1", "providerId": "a", "locationId": "l", "generatoin": 7 }""", "$.generatoin", "'generation'")]
    public Task A_pool_is_refused(string body, string path, string message) => ShouldBeRefusedAsync("PUT", "/api/v1/resource-pools/p-1", body, path, message);

    [Theory]
    [InlineData("""{ "currency": "USD" }""", "$.currency", "EUR")]
    [InlineData("""{ "links": [ { "from": "a", "to": "b", "latencyMs": 1 } ] }""", "$.links[0].from", "no location 'a'")]
    [InlineData("""{ "locations": [ { "id": "a", "country": "FR" } ] }""", "$.locations[0].longitude", "missing")]
    public Task A_federation_is_refused(string body, string path, string message) => ShouldBeRefusedAsync("POST", "/api/v1/federation/import", body, path, message);

    [Theory]
    [InlineData("""{ "shapes": [] }""", "$.shapes", "not be empty")]
    [InlineData("""{ "shapes": [ { "id": "s", "resources": {} } ] }""", "$.shapes[0].resources", "at least one")]
    [InlineData("""{ "shapes": [ { "id": "s", "resources": { "vcpu": 1 } } ], "groupBy": ["contry"] }""", "$.groupBy[0]", "'country'")]
    public Task Shapes_are_refused(string body, string path, string message) => ShouldBeRefusedAsync("POST", "/api/v1/capacity/shapes", body, path, message);

    [Theory]
    [InlineData("GET", "/api/v1/orders?limti=5", "query.limti", "'limit'")]
    [InlineData("GET", "/api/v1/orders?limit=0", "query.limit", "from 1 to 1000")]
    [InlineData("GET", "/api/v1/orders?limit=1e3", "query.limit", "whole number")]
    [InlineData("GET", "/api/v1/orders?limit=1&limit=2", "query.limit", "2 times")]
    [InlineData("GET", "/api/v1/orders?state=hold", "query.state", "'held'")]
    [InlineData("GET", "/api/v1/orders?sort=price", "query.sort", "id, -id")]
    [InlineData("GET", "/api/v1/orders?cursor=", "query.cursor", "1 to 500")]
    [InlineData("GET", "/api/v1/orders?consumerId=a%20b", "query.consumerId", "identifier")]
    [InlineData("GET", "/api/v1/links?estimated=yes", "query.estimated", "true or false")]
    [InlineData("GET", "/api/v1/capacity?groupBy=country,zone", "query.groupBy", "country, provider, location, pool")]
    [InlineData("GET", "/api/v1/locations/fr-par?limit=5", "query.limit", "takes none")]
    [InlineData("GET", "/api/v1/resource-pools/a%20b", "path.id", "identifier")]
    [InlineData("POST", "/api/v1/orders/ord-1/renew", "$.holdSecond", "'holdSeconds'", """{ "holdSecond": 5 }""")]
    [InlineData("POST", "/api/v1/orders/ord-1/confirm", "$.now", "no member", """{ "now": true }""")]
    public Task A_request_is_refused(string method, string path, string at, string message, string? body = null) => ShouldBeRefusedAsync(method, path, body, at, message);

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        const string body = """{ "order": { "items": [ { "id": "a", "quantity": 0, "resources": {} } ], "x": 1 }, "holdSeconds": 0 }""";
        EdgeAnswer answer = await Edge.SendAsync("POST", "/api/v1/orders?dry=1", body, ("Idempotency-Key", "a b"));
        answer.Problem.Errors!.Value.Select(static fault => fault.Path).ShouldBe(
            ["query.dry", "header.Idempotency-Key", "$.order.items[0].quantity", "$.order.items[0].resources", "$.order.x", "$.holdSeconds"], ignoreOrder: true);
    }

    private async Task ShouldBeRefusedAsync(string method, string path, string? body, string at, string message)
    {
        (string, string) precondition = method == "PUT" ? ("If-None-Match", "*") : ("Idempotency-Key", "key-1");
        EdgeAnswer answer = await Edge.SendAsync(method, path, body, precondition);
        answer.Status.ShouldBe(400, answer.Body);
        ProblemResource problem = answer.Problem;
        problem.Code.ShouldBe(ErrorCodes.RequestInvalid);
        problem.Instance.ShouldBe(path.Split('?')[0]);
        problem.Errors!.Value.ShouldContain(fault => fault.Path == at && fault.Message.Contains(message, StringComparison.Ordinal), answer.Body);
        Edge.Gateway.Calls.ShouldBeEmpty();
    }
}
