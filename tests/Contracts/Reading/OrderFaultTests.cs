using System.Collections.Immutable;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Reading;

namespace Fulcrum.Contracts.Tests.Reading;

/// <summary>Every kind of bad order is refused with the path of the fault.</summary>
public sealed class OrderFaultTests
{
    [Theory]
    [InlineData("\"id\": \"ord-1\"", "\"id\": \"../etc\"", "$.id", "must be an identifier")]
    [InlineData("\"quantity\": 6", "\"quantity\": 0", "$.items[0].quantity", "whole number from 1 to 10000")]
    [InlineData("\"quantity\": 6", "\"quantity\": 10001", "$.items[0].quantity", "(10001)")]
    [InlineData("\"quantity\": 6", "\"quantity\": 1.5", "$.items[0].quantity", "(1.5)")]
    [InlineData("\"quantity\": 6", "\"quantity\": -2", "$.items[0].quantity", "(-2)")]
    [InlineData("\"quantity\": 6", "\"quantity\": \"6\"", "$.items[0].quantity", "must be a number, not text")]
    [InlineData("\"quantity\": 6", "\"quantitty\": 6", "$.items[0].quantitty", "Maybe you meant 'quantity'")]
    [InlineData("\"quantity\": 6", "\"quantitty\": 6", "$.items[0].quantity", "is missing")]
    [InlineData("\"quantity\": 6", "\"quantity\": 6, \"colour\": 1", "$.items[0].colour", "Known members: id, quantity, resources")]
    [InlineData("\"vcpu\": 4", "\"vcpu\": 1e18", "$.items[0].resources.vcpu", "(1e18)")]
    [InlineData("\"vcpu\": 4", "\"vcpu\": null", "$.items[0].resources.vcpu", "must be a number, not null")]
    [InlineData("\"resources\": { \"vcpu\": 8 },", "", "$.items[1].resources", "is missing")]
    [InlineData("\"id\": \"db\"", "\"id\": \"web\"", "$.items[1].id", "occurs twice")]
    [InlineData("\"arch:amd64\"", "7", "$.items[0].traits.anyOf[0][0]", "must be text, not a number")]
    [InlineData("\"maxLatencyMs\": 20", "\"maxLatencyMs\": -0.001", "$.items[0].users[0].maxLatencyMs", "from 0 to")]
    [InlineData("\"egressGiBMonthly\": 500", "\"egressGiBMonthly\": 1000000001", "$.items[0].users[0].egressGiBMonthly", "from 0 to 1000000000")]
    [InlineData("\"maxShare\": 0.5", "\"maxShare\": 1.1", "$.items[0].spread[0].maxShare", "from 0 to 1 ")]
    [InlineData("\"maxShare\": 0.5", "\"maxShare\": 0.1234567", "$.items[0].spread[0].maxShare", "at most 6 decimals")]
    [InlineData("\"by\": \"zone\"", "\"by\": \"rack\"", "$.items[0].spread[1].by", "'pool', 'zone', 'location', 'country', 'provider'")]
    [InlineData("\"max\": 2", "\"max\": 0", "$.items[0].spread[1].max", "from 1 to")]
    [InlineData("\"minDomains\": 2", "\"minDomains\": 0", "$.items[0].spread[2].minDomains", "from 1 to")]
    [InlineData("\"minReplicas\": 2", "\"minReplicas\": 0", "$.items[1].survive[0].minReplicas", "from 1 to")]
    [InlineData("\"EU\", \"CH\"", "\"EUR\", \"CH\"", "$.items[1].placement.allowedCountries[0]", "or one of EU, EEA")]
    [InlineData("\"from\": \"web\"", "\"from\": \"wev\"", "$.relations[0].from", "Maybe you meant 'web'")]
    [InlineData("\"to\": \"db\"", "\"to\": \"web\"", "$.relations[0].to", "it needs two items")]
    [InlineData("\"scope\": \"all\"", "\"scope\": \"All\"", "$.relations[0].scope", "Maybe you meant 'all'")]
    [InlineData("\"seatIn\": [\"EU\"]", "\"seatIn\": []", "$.policy.sovereignty.seatIn", "absent demands nothing")]
    [InlineData("\"keyCustody\": [\"customer\"], \"max", "\"keyCustody\": [], \"max", "$.policy.sovereignty.keyCustody", "must not be empty")]
    [InlineData("\"levels\": [\"type 2\"]", "\"levels\": []", "$.policy.sovereignty.certificates[0].anyOf[1].levels", "must not be empty")]
    [InlineData("\"anyOf\": [ { \"scheme\": \"SecNumCloud\" }, { \"scheme\": \"C5\", \"levels\": [\"type 2\"] } ]", "\"anyOf\": []", "$.policy.sovereignty.certificates[0].anyOf", "must not be empty")]
    [InlineData("\"maxNonEuControlShare\": 0.24", "\"maxNonEuControlShare\": 24", "$.policy.sovereignty.maxNonEuControlShare", "from 0 to 1")]
    [InlineData(", \"valueMonthly\": 20", "", "$.policy.preferences[0].valueMonthly", "is missing")]
    [InlineData("\"keyCustody\": [\"customer\"], \"valueMonthly\"", "\"keyCustodi\": [\"customer\"], \"valueMonthly\"", "$.policy.preferences[0].keyCustodi", "'keyCustody'")]
    [InlineData("\"maxProviders\": 4", "\"maxProviders\": 0", "$.policy.maxProviders", "from 1 to")]
    [InlineData("\"budgetMonthly\": 4000.000001", "\"budgetMonthly\": 1e10", "$.policy.budgetMonthly", "from 0 to 1000000000")]
    [InlineData("\"locality\": 0.125", "\"locality\": 0.1251", "$.objective.locality", "at most 3 decimals")]
    [InlineData("\"locality\": 0.125", "\"locality\": 1000.5", "$.objective.locality", "from 0 to 1000")]
    [InlineData("[\"sovereignty\", \"price\"]", "[\"sovereignty\", \"sovereignty\"]", "$.objective.order", "names a term twice")]
    [InlineData("[\"sovereignty\", \"price\"]", "[]", "$.objective.order", "at least one term")]
    [InlineData("\"mode\": \"lexicographic\"", "\"mode\": \"weighted\"", "$.objective.order", "Maybe set the mode")]
    [InlineData("{ \"price\": 0.05 }", "{ \"prize\": 0.05 }", "$.objective.tolerance.prize", "Maybe you meant 'price'")]
    [InlineData("{ \"price\": 0.05 }", "{ \"price\": -0.05 }", "$.objective.tolerance.price", "from 0 to")]
    [InlineData("\"solveMilliseconds\": 500", "\"solveMilliseconds\": 0", "$.limits.solveMilliseconds", "from 1 to 600000")]
    [InlineData("\"deterministic\": true", "\"deterministic\": 1", "$.limits.deterministic", "must be true or false, not a number")]
    public void A_fault_is_reported_where_it_is(string piece, string replacement, string path, string fragment)
    {
        ImmutableArray<RequestFault> faults = DocumentReader.ReadOrder(Documents.Utf8(Documents.Order.With(piece, replacement))).Faults;
        faults.ShouldContain(fault => fault.Path == path && fault.Message.Contains(fragment, StringComparison.Ordinal), string.Join('\n', faults));
    }

    [Theory]
    [InlineData("""{ "items": [] }""", "$.items", "must not be empty")]
    [InlineData("""{ "items": {} }""", "$.items", "must be a list, not an object")]
    [InlineData("""{ }""", "$.items", "is missing")]
    [InlineData("""[ ]""", "$", "The document must be an object, not a list")]
    [InlineData("null", "$", "must be an object, not null")]
    [InlineData("""{ "items": [ 5 ] }""", "$.items[0]", "The items[0] must be an object")]
    [InlineData("""{ "items": [ {} ] }""", "$.items[0].id", "is missing")]
    public void A_document_of_the_wrong_shape_is_refused(string json, string path, string fragment)
    {
        ImmutableArray<RequestFault> faults = DocumentReader.ReadOrder(Documents.Utf8(json)).Faults;
        faults.ShouldContain(fault => fault.Path == path && fault.Message.Contains(fragment, StringComparison.Ordinal), string.Join('\n', faults));
    }

    [Theory]
    [InlineData("\"locationId\": \"fr-par\"", "\"locationId\": \"fr-pra\"", "$.items[0].users[0].locationId", "Maybe you meant 'fr-par'")]
    [InlineData("\"allowedLocations\": [\"fr-par\"]", "\"allowedLocations\": [\"mars\"]", "$.items[1].placement.allowedLocations[0]", "There is no location 'mars'")]
    [InlineData("\"pinnedPoolId\": \"alpina-par-1\"", "\"pinnedPoolId\": \"alpina-par-2\"", "$.items[1].placement.pinnedPoolId", "Maybe you meant 'alpina-par-1'")]
    public void Names_that_the_market_does_not_have_are_refused(string piece, string replacement, string path, string fragment)
    {
        MarketDirectory market = MarketDirectory.Of(DocumentReader.ReadFederation(Documents.Utf8(Documents.Federation)).Value!);
        OrderValidator.Validate(DocumentReader.ReadOrder(Documents.Utf8(Documents.Order)).Value!, market).ShouldBeEmpty();
        RequestFault fault = OrderValidator.Validate(DocumentReader.ReadOrder(Documents.Utf8(Documents.Order.With(piece, replacement))).Value!, market).ShouldHaveSingleItem();
        fault.Path.ShouldBe(path);
        fault.Message.ShouldContain(fragment);
    }
}
