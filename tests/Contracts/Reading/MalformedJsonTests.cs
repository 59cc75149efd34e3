using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Reading;

namespace Fulcrum.Contracts.Tests.Reading;

/// <summary>Bytes that are no JSON give one fault with line and column.</summary>
public sealed class MalformedJsonTests
{
    [Theory]
    [InlineData("", "Line 1, column 1: There is no JSON here, the document is empty.")]
    [InlineData(" \r\n", "Line 1, column 1: There is no JSON here, the document is empty.")]
    [InlineData("{", "Line 1, column 2:")]
    [InlineData("{ \"id\": NaN }", "Line 1, column 9:")]
    [InlineData("{ \"id\": 01 }", "Line 1, column 10:")]
    [InlineData("{\n  \"é\": 1,\n  \"é\" 2 }", "Line 3, column 7:")]
    [InlineData("{ } x", "Line 1, column 5:")]
    [InlineData("{ \"a\": [1,] }", "Line 1, column 11:")]
    [InlineData("// no\n{ }", "Line 1, column 1:")]
    [InlineData("{\r\n\"id\": \"\\ud800\" }", "Line 2, column 7: The text is not valid Unicode.")]
    public void The_place_is_named(string json, string beginning)
    {
        RequestFault fault = DocumentReader.ReadOrder(Documents.Utf8(json)).Faults.ShouldHaveSingleItem();
        fault.Path.ShouldBe("$");
        fault.Message.ShouldStartWith(beginning);
        fault.Message.ShouldNotContain("LineNumber");
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_refused()
    {
        byte[] bytes = [.. "{ \"id\": \""u8, 0xC3, 0x28, .. "\" }"u8];
        DocumentReader.ReadOrder(bytes).Faults.ShouldHaveSingleItem().Message.ShouldBe("Line 1, column 10: The text is not valid Unicode.");
    }

    [Fact]
    public void Nesting_beyond_the_limit_is_refused()
    {
        string json = new string('[', DocumentLimits.JsonDepthMax + 1) + new string(']', DocumentLimits.JsonDepthMax + 1);
        DocumentReader.ReadOrder(Documents.Utf8(json)).Faults.ShouldHaveSingleItem().Message.ShouldContain("depth of 32");
    }

    [Fact]
    public void Bytes_beyond_the_limit_are_refused_unread()
    {
        byte[] bytes = new byte[DocumentLimits.OrderBytesMax + 1];
        DocumentReader.ReadOrder(bytes).Faults.ShouldHaveSingleItem().Message.ShouldContain("at most 1048576 are accepted");
    }

    [Fact]
    public void A_byte_order_mark_is_accepted()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Documents.Utf8(Documents.Order).Span];
        DocumentReader.ReadOrder(bytes).Faults.ShouldBeEmpty();
    }
}
