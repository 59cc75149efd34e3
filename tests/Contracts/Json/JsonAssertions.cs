using System.Text.Json;

namespace Fulcrum.Contracts.Tests.Json;

/// <summary>Compares JSON as JSON.</summary>
internal static class JsonAssertions
{
    public static void ShouldBeSameAs(this string actual, string expected)
    {
        using JsonDocument left = JsonDocument.Parse(actual);
        using JsonDocument right = JsonDocument.Parse(expected);
        JsonElement.DeepEquals(left.RootElement, right.RootElement).ShouldBeTrue($"{actual}\n\nis not\n\n{expected}");
    }
}
