using System.Globalization;
using System.Text.RegularExpressions;

namespace Fulcrum.Contracts.Reading;

/// <summary>How instants are written: RFC 3339.</summary>
public static partial class InstantSyntax
{
    /// <summary>What to tell somebody whose instant was refused.</summary>
    public const string Description = "an instant as RFC 3339 writes it, e.g. 2026-11-23T12:00:00Z";

    private const string UtcFormat = "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ";

    /// <summary>Reads an instant.</summary>
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        instant = default;
        return Pattern().IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out instant);
    }

    /// <summary>Writes an instant in UTC.</summary>
    public static string Format(DateTimeOffset instant) => instant.UtcDateTime.ToString(UtcFormat, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?(Z|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex Pattern();
}
