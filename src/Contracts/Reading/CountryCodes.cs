using System.Collections.Immutable;

namespace Fulcrum.Contracts.Reading;

/// <summary>Two-letter countries (ISO 3166-1 alpha-2), and the groups that an order may name in their place.</summary>
public static class CountryCodes
{
    private static readonly ImmutableArray<string> Union =
    [
        "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE",
        "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE",
    ];

    /// <summary>The groups and their countries: <c>EU</c>, and <c>EEA</c>, which is EU and Iceland, Liechtenstein, Norway.</summary>
    public static IReadOnlyDictionary<string, ImmutableArray<string>> Groups { get; } =
        new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal) { ["EU"] = Union, ["EEA"] = [.. Union, "IS", "LI", "NO"] };

    /// <summary>Whether a text is the name of a group.</summary>
    public static bool IsGroup(string text) => Groups.ContainsKey(text);

    /// <summary>Whether a text can be a single country: two capital letters, no group, and not <c>UK</c>, whose code is <c>GB</c>.</summary>
    public static bool IsCountry(string text) =>
        text.Length == 2 && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1]) && text != "UK" && !IsGroup(text);

    /// <summary>The countries meant by a list that may name groups, each once.</summary>
    public static ImmutableArray<string> Expand(IEnumerable<string> countriesOrGroups) =>
    [
        .. countriesOrGroups
            .SelectMany(static name => Groups.TryGetValue(name, out ImmutableArray<string> members) ? members : [name])
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>What to write instead of a text that is no country, or nothing.</summary>
    internal static string Hint(string text) => text.ToUpperInvariant() switch
    {
        "UK" => " Maybe you meant 'GB'.",
        "EL" => " Maybe you meant 'GR'.",
        var upper when upper != text && (IsCountry(upper) || IsGroup(upper)) => $" Maybe you meant '{upper}'.",
        _ => "",
    };
}
