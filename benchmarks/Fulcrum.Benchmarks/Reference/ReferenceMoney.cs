using System.Numerics;

namespace Fulcrum.Benchmarks.Reference;

/// <summary>Money and traffic of the amounts that benchmarks have, each rounded once; written apart from solver and checker.</summary>
internal static class ReferenceMoney
{
    private const int MiBPerGiB = 1024;
    private const decimal MicrosPerHourlyEuro = 730m * 1_000_000;

    /// <summary>Micro-EUR per month of an hourly price.</summary>
    public static long PerMonth(decimal pricePerHour) => (long)Math.Round(pricePerHour * MicrosPerHourlyEuro, MidpointRounding.AwayFromZero);

    /// <summary>One replica's part of what a latency costs, micro-EUR per month.</summary>
    public static long OfLatency(long valuePerMsMicros, long latencyMicros, int quantity) =>
        (long)Math.Round((decimal)valuePerMsMicros * latencyMicros / (1000m * quantity), MidpointRounding.AwayFromZero);

    /// <summary>One replica's part of a traffic in GiB, in MiB.</summary>
    public static long MiBPerReplica(decimal gibMonthly, int quantity) => (long)Math.Ceiling(gibMonthly * MiBPerGiB / quantity);

    /// <summary>A free volume in MiB.</summary>
    public static long FreeMiB(decimal gibMonthly) => (long)Math.Round(gibMonthly * MiBPerGiB, MidpointRounding.AwayFromZero);

    /// <summary>A price per GiB as a reduced fraction of micro-EUR per MiB.</summary>
    public static (long Numerator, long Denominator) MicrosPerMiB(decimal pricePerGiB)
    {
        const long scale = 1_000_000;
        BigInteger numerator = new(pricePerGiB * 1_000_000 * scale);
        BigInteger denominator = (BigInteger)MiBPerGiB * scale;
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return ((long)(numerator / divisor), (long)(denominator / divisor));
    }
}
