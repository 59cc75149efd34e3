using System.Globalization;
using System.Numerics;

namespace Fulcrum.Solver.Checking;

/// <summary>Figures as a person reads them, to the last digit.</summary>
internal static class Wording
{
    private const int MicrosPerEuro = 1_000_000;
    private const int MicrosecondsPerMillisecond = 1000;

    public static string Euros(BigInteger micros)
    {
        BigInteger whole = BigInteger.DivRem(BigInteger.Abs(micros), MicrosPerEuro, out BigInteger rest);
        string sign = micros.Sign < 0 ? "-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}.{rest:D6} EUR per month");
    }

    public static string Milliseconds(long micros) =>
        string.Create(CultureInfo.InvariantCulture, $"{(decimal)micros / MicrosecondsPerMillisecond} ms");

    public static string Share(BigInteger millionths) => string.Create(CultureInfo.InvariantCulture, $"{(decimal)millionths / 10_000} %");

    public static string List(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
