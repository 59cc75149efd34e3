using System.Text.Json;

namespace Fulcrum.Contracts.Reading;

/// <summary>The texts of an enumeration as documents write them.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
public static class ChoiceTexts<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<string, TEnum> Values =
        Enum.GetValues<TEnum>().ToDictionary(static value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);

    /// <summary>All texts.</summary>
    public static IEnumerable<string> All => Values.Keys;

    /// <summary>All texts, quoted, for an error message.</summary>
    public static string Listed { get; } = string.Join(", ", Values.Keys.Select(static text => $"'{text}'"));

    /// <summary>Reads a text.</summary>
    public static bool TryParse(string text, out TEnum value) => Values.TryGetValue(text, out value);
}
