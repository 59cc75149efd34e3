using System.Collections.Immutable;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Reading;

namespace Fulcrum.Contracts.Tests.Reading;

/// <summary>Every kind of bad federation is refused with the path of the fault.</summary>
public sealed class FederationFaultTests
{
    [Theory]
    [InlineData("\"currency\": \"EUR\"", "\"currency\": \"USD\"", "$.currency", "must be EUR")]
    [InlineData("\"currency\": \"EUR\"", "\"curency\": \"EUR\"", "$.curency", "Maybe you meant 'currency'")]
    [InlineData("\"country\": \"FR\", \"city\"", "\"country\": \"EU\", \"city\"", "$.locations[0].country", "group of countries")]
    [InlineData("\"country\": \"FR\", \"city\"", "\"country\": \"UK\", \"city\"", "$.locations[0].country", "Maybe you meant 'GB'")]
    [InlineData("\"country\": \"FR\", \"city\"", "\"country\": \"fr\", \"city\"", "$.locations[0].country", "Maybe you meant 'FR'")]
    [InlineData("\"country\": \"FR\", \"city\"", "\"country\": \"France\", \"city\"", "$.locations[0].country", "two capital letters")]
    [InlineData(", \"latitude\": 48.857", "", "$.locations[0].latitude", "is missing")]
    [InlineData("\"longitude\": 2.352", "\"longitude\": null", "$.locations[0].longitude", "is missing")]
    [InlineData("\"latitude\": 48.857", "\"latitude\": 90.5", "$.locations[0].latitude", "from -90 to 90")]
    [InlineData("\"latitude\": 48.857", "\"latitude\": 1e999", "$.locations[0].latitude", "from -90 to 90")]
    [InlineData("\"latitude\": 48.857", "\"latitude\": \"NaN\"", "$.locations[0].latitude", "must be a number, not text")]
    [InlineData("\"id\": \"de-fra\"", "\"id\": \"fr-par\"", "$.locations[1].id", "occurs twice: it is also $.locations[0]")]
    [InlineData("\"id\": \"de-fra\"", "\"id\": \"de fra\"", "$.locations[1].id", "must be an identifier")]
    [InlineData("\"to\": \"de-fra\"", "\"to\": \"de-fr\"", "$.links[0].to", "Maybe you meant 'de-fra'")]
    [InlineData("\"to\": \"de-fra\"", "\"to\": \"fr-par\"", "$.links[0].to", "to itself")]
    [InlineData("{ \"from\": \"de-fra\", \"to\": \"fr-par\"", "{ \"from\": \"fr-par\", \"to\": \"de-fra\"", "$.links[1]", "it is also $.links[0]")]
    [InlineData("\"latencyMs\": 9.1", "\"latencyMs\": -1", "$.links[0].latencyMs", "from 0 to 1000000")]
    [InlineData("\"status\": \"active\"", "\"status\": \"actve\"", "$.providers[0].status", "Maybe you meant 'active'")]
    [InlineData("\"status\": \"active\"", "\"status\": 0", "$.providers[0].status", "must be text, not a number")]
    [InlineData("\"feePerOrderMonthly\": 25.0", "\"feePerOrderMonthly\": -25.0", "$.providers[0].feePerOrderMonthly", "from 0 to 1000000000")]
    [InlineData("\"pricePerGiB\": 0.01", "\"price\": 0.01", "$.providers[0].egress.pricePerGiB", "is missing")]
    [InlineData("\"seat\": \"FR\"", "\"seat\": \"EU\"", "$.providers[0].sovereignty.seat", "group of countries")]
    [InlineData("\"share\": 0.25", "\"share\": 0.2500001", "$.providers[0].sovereignty.controllers[1].share", "at most 6 decimals")]
    [InlineData("\"share\": 0.25", "\"share\": 0.26", "$.providers[0].sovereignty.controllers", "sum to 1.01")]
    [InlineData("\"staffCountries\": [\"FR\"]", "\"staffCountries\": \"FR\"", "$.providers[0].sovereignty.staffCountries", "must be a list, not text")]
    [InlineData("[\"service:vm\"], \"validFrom\"", "[], \"validFrom\"", "$.providers[0].sovereignty.certificates[0].scopes", "must not be empty")]
    [InlineData("[\"service:vm\"], \"validFrom\"", "[\"vm\"], \"validFrom\"", "$.providers[0].sovereignty.certificates[0].scopes[0]", "Maybe you meant 'service:vm'")]
    [InlineData("2028-02-29", "2027-02-29", "$.providers[0].sovereignty.certificates[0].validTo", "yyyy-MM-dd")]
    [InlineData("2028-02-29", "2024-02-29", "$.providers[0].sovereignty.certificates[0]", "before its validFrom")]
    [InlineData("\"SOV-1\": 3", "\"SOV-9\": 3", "$.providers[0].sovereignty.seal.SOV-9", "must be one of SOV-1")]
    [InlineData("\"SOV-1\": 3", "\"SOV-1\": 5", "$.providers[0].sovereignty.seal.SOV-1", "from 0 to 4")]
    [InlineData("\"providerId\": \"alpina\"", "\"providerId\": \"alpin\"", "$.resourcePools[0].providerId", "Maybe you meant 'alpina'")]
    [InlineData("\"locationId\": \"fr-par\"", "\"locationId\": \"xx-xyz\"", "$.resourcePools[0].locationId", "There is no location 'xx-xyz'")]
    [InlineData("\"total\": 2048", "\"total\": 1000000000000000000", "$.resourcePools[0].inventories.vcpu.total", "from 0 to 1000000000000")]
    [InlineData("\"total\": 2048", "\"total\": 2048.5", "$.resourcePools[0].inventories.vcpu.total", "whole number")]
    [InlineData("\"total\": 2048", "\"total\": -1", "$.resourcePools[0].inventories.vcpu.total", "whole number")]
    [InlineData("\"total\": 2048, ", "", "$.resourcePools[0].inventories.vcpu.total", "is missing")]
    [InlineData("\"minUnit\": 1", "\"minUnit\": 65", "$.resourcePools[0].inventories.vcpu", "maxUnit is below its minUnit")]
    [InlineData("\"stepSize\": 1", "\"stepSize\": 0", "$.resourcePools[0].inventories.vcpu.stepSize", "from 1 to")]
    [InlineData("\"gpu.h100\": { \"total\": 8 }", "\"gpu.h100\": { \"totl\": 8 }", "$.resourcePools[0].inventories['gpu.h100'].totl", "Maybe you meant 'total'")]
    [InlineData("\"gpu.h100\"", "\"GPU\"", "$.resourcePools[0].inventories.GPU", "is no resource class")]
    [InlineData("\"gpu.h100\"", "\"vcpu\"", "$.resourcePools[0].inventories.vcpu", "occurs twice")]
    [InlineData("\"vcpu\": 0.0065", "\"vcpu\": 0.00000000000000000000000000001", "$.resourcePools[0].priceBook.vcpu", "at most 28 digits")]
    [InlineData("\"vcpu\": 0.0065", "\"vcpu\": 1000001", "$.resourcePools[0].priceBook.vcpu", "from 0 to 1000000")]
    [InlineData("\"resources\": { \"vcpu\": 4, \"memoryMiB\": 16384 }", "\"resources\": {}", "$.resourcePools[0].offers[0].resources", "at least one resource class")]
    [InlineData("\"resources\": { \"vcpu\": 4", "\"resources\": { \"vcpu\": 0", "$.resourcePools[0].offers[0].resources.vcpu", "from 1 to")]
    [InlineData("\"zone\": \"par-1\"", "\"zone\": \" par-1\"", "$.resourcePools[0].zone", "must not begin or end with a blank")]
    [InlineData("\"zone\": \"par-1\"", "\"zone\": \"par\\u0000\"", "$.resourcePools[0].zone", "control characters")]
    [InlineData("\"zone\": \"par-1\"", "\"zone\": \"\"", "$.resourcePools[0].zone", "1 to 200 characters")]
    [InlineData("\"zone\": \"par-1\"", "\"id\": \"par-1\"", "$.resourcePools[0].id", "occurs twice")]
    public void A_fault_is_reported_where_it_is(string piece, string replacement, string path, string fragment)
    {
        ImmutableArray<RequestFault> faults = DocumentReader.ReadFederation(Documents.Utf8(Documents.Federation.With(piece, replacement))).Faults;
        faults.ShouldContain(fault => fault.Path == path && fault.Message.Contains(fragment, StringComparison.Ordinal), string.Join('\n', faults));
    }

    [Fact]
    public void Every_fault_is_listed_also_across_arrays()
    {
        string json = Documents.Federation.With("\"latitude\": 48.857", "\"latitude\": 100").With("\"total\": 2048", "\"total\": -1").With("\"providerId\": \"alpina\"", "\"providerId\": \"alpino\"");
        DocumentReader.ReadFederation(Documents.Utf8(json)).Faults.Select(fault => fault.Path).ShouldBe(
            ["$.locations[0].latitude", "$.resourcePools[0].inventories.vcpu.total", "$.resourcePools[0].providerId"]);
    }

    [Fact]
    public void A_bad_identifier_does_not_make_its_references_wrong()
    {
        string json = Documents.Federation.Replace("fr-par", "fr par", StringComparison.Ordinal);
        DocumentReader.ReadFederation(Documents.Utf8(json)).Faults.ShouldAllBe(fault => fault.Message.Contains("must be an identifier", StringComparison.Ordinal));
    }

    [Fact]
    public void Faults_beyond_the_limit_are_counted()
    {
        string links = string.Join(',', Enumerable.Repeat("5", DocumentLimits.FaultsMax + 23));
        ImmutableArray<RequestFault> faults = DocumentReader.ReadFederation(Documents.Utf8($$"""{ "links": [{{links}}] }""")).Faults;
        faults.Length.ShouldBe(DocumentLimits.FaultsMax + 1);
        faults[^1].ShouldBe(new RequestFault("$", "… and 23 more."));
    }

    [Fact]
    public void The_fault_shows_no_more_of_a_document_than_fits_a_line()
    {
        string name = new string('x', 5_000) + "\\u001b[31m";
        RequestFault fault = DocumentReader.ReadFederation(Documents.Utf8($$"""{ "{{name}}": 1 }""")).Faults.ShouldHaveSingleItem();
        fault.Path.Length.ShouldBeLessThan(100);
        fault.Message.ShouldNotContain('\u001b');
    }
}
