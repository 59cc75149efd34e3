using System.Globalization;
using System.Text;

namespace Fulcrum.Contracts.Reading;

/// <summary>Text of a document made fit for an error message: short, and without characters that a terminal would obey.</summary>
public static class Excerpt
{
    /// <summary>Most characters kept.</summary>
    public const int LengthMax = 60;

    /// <summary>The text as it may be shown.</summary>
    public static string Of(string text)
    {
        bool isShort = text.Length <= LengthMax;
        string kept = isShort ? text : text[..LengthMax];
        return string.Create(kept.Length, kept, static (target, source) =>
        {
            for (int i = 0; i < target.Length; i++) target[i] = IsShown(source[i]) ? source[i] : '?';
        }) + (isShort ? "" : "…");
    }

    /// <summary>A number as written in the document.</summary>
    public static string Of(ReadOnlySpan<byte> utf8) => Of(Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, LengthMax + 1)]));

    private static bool IsShown(char character) =>
        !char.IsControl(character) && !char.IsSurrogate(character) && char.GetUnicodeCategory(character) != UnicodeCategory.Format;
}
