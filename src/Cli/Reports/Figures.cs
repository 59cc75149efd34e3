using System.Globalization;

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
}
