using System.Globalization;
using System.Text.Json;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Contracts.Reading;

namespace Fulcrum.Cli.Reports;

/// <summary>Figures as people read them.</summary>
internal static class Figures
{
    /// <summary>EUR with thousands apart and cents.</summary>
    public static string Money(decimal euros) => euros.ToString("#,0.00", CultureInfo.InvariantCulture);

    /// <summary>A share in percent.</summary>
    public static string Percent(double share) => share.ToString("0.####%", CultureInfo.InvariantCulture);

    /// <summary>Milliseconds.</summary>
    public static string Milliseconds(double milliseconds) => milliseconds.ToString("0.0", CultureInfo.InvariantCulture) + " ms";

    /// <summary>EUR per hour with all its decimals.</summary>
    public static string Price(decimal eurosPerHour) => eurosPerHour.ToString("0.00##########", CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>Amounts per resource class.</summary>
    public static string Amounts(SortedMap<long> amounts) => string.Join(", ", amounts.Select(static entry => $"{entry.Key} {Count(entry.Value)}"));

    /// <summary>An instant; empty when there is none.</summary>
    public static string Instant(DateTimeOffset? instant) => instant is { } known ? InstantSyntax.Format(known) : "";

    /// <summary>A value of an enumeration as JSON writes it.</summary>
    public static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
