using System.Globalization;

namespace Fulcrum.Solver.Explanation;

/// <summary>Values in words.</summary>
internal static class Wording
{
    private const int ListedMax = 8;
    private const decimal Million = 1_000_000;

    /// <summary>Entries of a list; of a long one the first few.</summary>
    public static string List(IReadOnlyList<string> entries) => entries.Count <= ListedMax
        ? string.Join(", ", entries)
        : $"{string.Join(", ", entries.Take(ListedMax))} and {entries.Count - ListedMax} more";

    /// <summary>A share.</summary>
    public static string Share(long millionths) => (millionths / Million).ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>Money in EUR.</summary>
    public static string Euros(long micros) => (micros / Million).ToString("0.00####", CultureInfo.InvariantCulture);

    /// <summary>A number and its noun, in the plural unless it is 1.</summary>
    public static string Counted(long count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {(noun.EndsWith('y') ? noun[..^1] + "ies" : noun + "s")}";

    /// <summary>The value of an enumeration as documents write it.</summary>
    public static string Name(Enum value)
    {
        string name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
