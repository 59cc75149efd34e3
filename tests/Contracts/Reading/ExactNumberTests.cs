using System.Globalization;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Contracts.Reading;

namespace Fulcrum.Contracts.Tests.Reading;

/// <summary>Numbers are read exactly or refused; no binary floating point stands between.</summary>
public sealed class ExactNumberTests
{
    [Theory]
    [InlineData("0.0000021", "0.0000021")]
    [InlineData("25.0", "25")]
    [InlineData("-0.0", "0")]
    [InlineData("2.1e-6", "0.0000021")]
    [InlineData("1E+3", "1000")]
    [InlineData("0.1234567890123456789012345678", "0.1234567890123456789012345678")]
    [InlineData("999999.999999999999999999999", "999999.999999999999999999999")]
    [InlineData("0.10000000000000000000000000000000000000000", "0.1")]
    [InlineData("0e99999999999", "0")]
    public void An_exact_number_is_read(string text, string expected) =>
        Price(text).Value!["vcpu"].ShouldBe(decimal.Parse(expected, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("0.12345678901234567890123456789")]
    [InlineData("1e-29")]
    [InlineData("1e29")]
    [InlineData("1e-99999999999")]
    [InlineData("1e99999999999")]
    [InlineData("12345.6789012345678901234567890001")]
    public void A_number_that_cannot_be_kept_exactly_is_refused(string text) =>
        Price(text).Faults.ShouldHaveSingleItem().Message.ShouldContain("at most 28 digits and decimals");

    [Theory]
    [InlineData("6", 6)]
    [InlineData("6.0", 6)]
    [InlineData("60e-1", 6)]
    [InlineData("1e3", 1000)]
    public void A_whole_number_may_be_written_with_a_point_or_an_exponent(string text, int expected) =>
        DocumentReader.ReadOrder(Documents.Utf8(Documents.Order.With("\"quantity\": 6", $"\"quantity\": {text}"))).Value!.Items[0].Quantity.ShouldBe(expected);

    private static ReadResult<SortedMap<decimal>> Price(string text) => DocumentReader.Read(
        Documents.Utf8($$"""{ "vcpu": {{text}} }"""), 1_000, static value => value.Map(1, static _ => null, static entry => entry.Number(0, DocumentLimits.PriceMax)));
}
