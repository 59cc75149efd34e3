using System.Text.Json;
using System.Text.Json.Nodes;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Json;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Contracts.Reading;

namespace Fulcrum.Contracts.Tests.Json;

/// <summary>What is read and written again is the same document.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void A_decision_survives_unchanged() => Written(DocumentReader.ReadDecision(Documents.Utf8(Documents.Decision))).ShouldBeSameAs(Documents.Decision);

    [Fact]
    public void A_decision_keeps_its_reasons()
    {
        const string json = """
            {
              "status": "infeasible", "decidedAt": "2026-11-23T12:00:00Z", "funnel": [], "conflictSet": [ "sovereignty" ],
              "relaxations": [ { "rule": "sovereignty", "change": "Accept EEA.", "priceMonthly": 12.5, "smallest": true, "sufficient": true } ], "alternatives": [],
              "whyNot": { "itemId": "web", "providerId": "alpina", "status": "feasible", "detail": "It costs more.", "difference": { "price": 1.5 } }
            }
            """;
        Written(DocumentReader.ReadDecision(Documents.Utf8(json))).ShouldBeSameAs(json);
    }

    [Fact]
    public void A_decision_keeps_its_frontier()
    {
        JsonNode decision = JsonNode.Parse(Documents.Decision)!;
        JsonNode point = JsonNode.Parse("""{ "corners": [ "price" ], "goals": [ "price", "locality", "sovereignty" ], "atMost": { "term": "locality", "value": 12.5 } }""")!;
        point["plan"] = decision["plan"]!.DeepClone();
        decision["frontier"] = new JsonObject { ["complete"] = true, ["plans"] = new JsonArray(point) };
        string json = decision.ToJsonString();
        Written(DocumentReader.ReadDecision(Documents.Utf8(json))).ShouldBeSameAs(json);
    }

    [Fact]
    public void A_federation_gains_only_defaults()
    {
        string written = Written(DocumentReader.ReadFederation(Documents.Utf8(Documents.Federation)));
        written.ShouldBeSameAs(Documents.Federation
            .With("\"memoryMiB\": { \"total\": 8388608 }", "\"memoryMiB\": { \"total\": 8388608, \"reserved\": 0, \"allocationRatio\": 1, \"minUnit\": 1, \"stepSize\": 1 }")
            .With("\"gpu.h100\": { \"total\": 8 }", "\"gpu.h100\": { \"total\": 8, \"reserved\": 0, \"allocationRatio\": 1, \"minUnit\": 1, \"stepSize\": 1 }"));
    }

    [Fact]
    public void An_order_gains_only_defaults()
    {
        string written = Written(DocumentReader.ReadOrder(Documents.Utf8(Documents.Order)));
        written.ShouldBeSameAs(Documents.Order
            .With("\"minDomains\": 2 } ] },", "\"minDomains\": 2 } ], \"survive\": [] },")
            .With("\"survive\": [ { \"lossOf\"", "\"users\": [], \"spread\": [], \"survive\": [ { \"lossOf\""));
    }

    [Theory]
    [InlineData(Documents.Federation)]
    [InlineData("{}")]
    public void A_written_federation_is_read_again_and_written_the_same(string json)
    {
        string written = Written(DocumentReader.ReadFederation(Documents.Utf8(json)));
        Written(DocumentReader.ReadFederation(Documents.Utf8(written))).ShouldBe(written);
        JsonSerializer.Serialize(JsonSerializer.Deserialize<FederationDocument>(written, FulcrumJson.Options), FulcrumJson.Options).ShouldBe(written);
    }

    [Theory]
    [InlineData(Documents.Order)]
    [InlineData("""{ "items": [ { "id": "a", "quantity": 1, "resources": { "vcpu": 1 } } ] }""")]
    [InlineData("""{ "items": [ { "id": "a", "quantity": 1, "resources": { "vcpu": 1 } } ], "policy": {}, "objective": {}, "limits": {} }""")]
    public void A_written_order_is_read_again_and_written_the_same(string json)
    {
        string written = Written(DocumentReader.ReadOrder(Documents.Utf8(json)));
        Written(DocumentReader.ReadOrder(Documents.Utf8(written))).ShouldBe(written);
        JsonSerializer.Serialize(JsonSerializer.Deserialize<OrderDocument>(written, FulcrumJson.Options), FulcrumJson.Options).ShouldBe(written);
    }

    [Fact]
    public void Preferences_are_flat()
    {
        string written = Written(DocumentReader.ReadOrder(Documents.Utf8(Documents.Order)));
        written.ShouldContain("""{"keyCustody":["customer"],"minSeal":{"SOV-5":3},"valueMonthly":20}""");
    }

    [Fact]
    public void A_pool_withdraws_a_fact_with_null_and_a_provider_does_not()
    {
        FederationDocument federation = DocumentReader.ReadFederation(Documents.Utf8(Documents.Federation.With("\"seat\": \"FR\"", "\"seat\": null"))).Value!;
        federation.ResourcePools[0].Sovereignty.Withdrawn.ShouldBe(["keyCustody"]);
        federation.ResourcePools[0].Sovereignty.DataCountries!.Value.ShouldBeEmpty();
        federation.Providers[0].Sovereignty.Withdrawn.ShouldBeEmpty();
        federation.Providers[0].Sovereignty.Seat.ShouldBeNull();
    }

    [Fact]
    public void Null_is_as_absent_elsewhere()
    {
        string json = Documents.Order.With("\"maxProviders\": 4", "\"maxProviders\": null").With("\"consumerId\": \"acme\"", "\"consumerId\": null").With("\"seatIn\": [\"EU\"]", "\"seatIn\": null");
        OrderDocument order = DocumentReader.ReadOrder(Documents.Utf8(json)).Value!;
        order.Policy.MaxProviders.ShouldBeNull();
        order.Policy.Sovereignty!.SeatIn.ShouldBeNull();
        order.ConsumerId.ShouldBeNull();
    }

    [Fact]
    public void Prices_are_exact()
    {
        ResourcePoolDocument pool = DocumentReader.ReadFederation(Documents.Utf8(Documents.Federation)).Value!.ResourcePools[0];
        pool.PriceBook!["memoryMiB"].ShouldBe(0.0000021m);
        Money.FromEuros(pool.PriceBook["memoryMiB"] * 1_000_000).Micros.ShouldBe(2_100_000);
    }

    [Fact]
    public void Single_objects_are_read_too()
    {
        DocumentReader.ReadLocation(Documents.Utf8("""{ "id": "a", "country": "FR", "latitude": 1, "longitude": 2 }""")).Value!.Country.ShouldBe("FR");
        DocumentReader.ReadLinks(Documents.Utf8("""[ { "from": "a", "to": "b", "latencyMs": 2.5 } ]""")).Value.ShouldHaveSingleItem().LatencyMs.ShouldBe(2.5m);
        DocumentReader.ReadLinks(Documents.Utf8("""[ { "from": "a", "to": "a", "latencyMs": 2.5 } ]""")).Faults.ShouldHaveSingleItem().Path.ShouldBe("$[0].to");
        DocumentReader.ReadProvider(Documents.Utf8("""{ "id": "p" }""")).Value!.Status.ShouldBe(LifecycleStatus.Active);
        DocumentReader.ReadInventories(Documents.Utf8("""{ "vcpu": { "total": 5 } }""")).Value!["vcpu"].ShouldBe(new InventoryDocument { Total = 5 });
        DocumentReader.ReadResourcePool(Documents.Utf8("""{ "id": "p", "providerId": "q", "locationId": "r" }""")).Value!.Offers.ShouldBeEmpty();
        DocumentReader.ReadResourcePool(Documents.Utf8("""{ "id": "p", "providerId": "q" }""")).Faults.ShouldHaveSingleItem().Path.ShouldBe("$.locationId");
    }

    private static string Written<T>(ReadResult<T> read)
        where T : notnull
    {
        read.Faults.ShouldBeEmpty();
        return JsonSerializer.Serialize(read.Value, FulcrumJson.Options);
    }
}
