using System.Text.Json;

namespace Fulcrum.Grains.Verification;

/// <summary>Finds the first difference of two JSON texts.</summary>
internal static class JsonDifference
{
    private const int ShownMax = 60;

    /// <summary>Where two texts differ and how, in words; null when they say the same.</summary>
    public static string? First(string name, ReadOnlyMemory<byte> stored, ReadOnlyMemory<byte> expected)
    {
        if (stored.Span.SequenceEqual(expected.Span)) return null;
        using JsonDocument left = JsonDocument.Parse(stored);
        using JsonDocument right = JsonDocument.Parse(expected);
        return First(name, left.RootElement, right.RootElement);
    }

    private static string? First(string path, JsonElement? stored, JsonElement? expected)
    {
        if (stored is { ValueKind: JsonValueKind.Object } left && expected is { ValueKind: JsonValueKind.Object } right) return FirstMember(path, left, right);
        if (stored is { ValueKind: JsonValueKind.Array } list && expected is { ValueKind: JsonValueKind.Array } other && list.GetArrayLength() == other.GetArrayLength())
        {
            return Enumerable.Range(0, list.GetArrayLength()).Select(i => First($"{path}[{i}]", list[i], other[i])).FirstOrDefault(static found => found is not null);
        }

        return AreEqual(stored, expected) ? null : $"{path} is {Show(stored)}, the events say {Show(expected)}";
    }

    private static string? FirstMember(string path, JsonElement stored, JsonElement expected) =>
        stored.EnumerateObject().Concat(expected.EnumerateObject()).Select(static member => member.Name).Distinct(StringComparer.Ordinal)
            .Select(name => First($"{path}.{name}", Member(stored, name), Member(expected, name)))
            .FirstOrDefault(static found => found is not null);

    private static JsonElement? Member(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement member) ? member : null;

    private static bool AreEqual(JsonElement? stored, JsonElement? expected)
    {
        if (stored is not { } left || expected is not { } right) return stored is null && expected is null;
        if (left.GetRawText() == right.GetRawText()) return true;
        return left.ValueKind == JsonValueKind.String && right.ValueKind == JsonValueKind.String
            && left.TryGetDateTimeOffset(out DateTimeOffset one) && right.TryGetDateTimeOffset(out DateTimeOffset other) && Instants.AreEqual(one, other);
    }

    private static string Show(JsonElement? element)
    {
        string text = element?.GetRawText() ?? "absent";
        return text.Length <= ShownMax ? text : text[..ShownMax] + "…";
    }
}
