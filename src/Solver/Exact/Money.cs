using System.Numerics;

namespace Fulcrum.Solver.Exact;

/// <summary>Amounts of money in whole micro-EUR per month, each rounded once, half away from zero.</summary>
internal static class Money
{
    private const long HoursPerMonth = 730;
    private const long MicrosPerEuro = 1_000_000;

    /// <summary>Price of one replica of an offer; null when it does not fit in 64 bits.</summary>
    public static long? PerMonth(decimal pricePerHour) => PerMonth(pricePerHour, isExact: true, () => Ratio.Of(pricePerHour));

    /// <summary>Price of one replica at a price book that names every class demanded; null when it does not fit in 64 bits.</summary>
    public static long? PerMonth(IReadOnlyDictionary<string, long> demand, IReadOnlyDictionary<string, decimal> priceBook)
    {
        decimal sum = 0;
        bool isExact = true;
        foreach ((string resourceClass, long amount) in demand)
        {
            decimal price = priceBook[resourceClass];
            decimal product = amount * price;
            isExact &= product.Scale == price.Scale;
            decimal next = sum + product;
            isExact &= next.Scale == Math.Max(sum.Scale, product.Scale);
            sum = next;
        }

        return PerMonth(sum, isExact, () => demand.Aggregate(Ratio.Of(0), (total, entry) => total + (Ratio.Of(entry.Value) * Ratio.Of(priceBook[entry.Key]))));
    }

    /// <summary>A share of a value for one of several replicas.</summary>
    public static long PerReplica(long valueMicros, long replicas) => (long)RoundDivide(valueMicros, replicas);

    /// <summary>What a latency costs one of several replicas, given the value of a millisecond for all of them.</summary>
    public static long OfLatency(long valuePerMsMicros, long latencyMicros, long replicas)
    {
        Int128 value = RoundDivide((Int128)valuePerMsMicros * latencyMicros, (Int128)1000 * replicas);
        return value >= long.MinValue && value <= long.MaxValue ? (long)value : ToInt64(value, "The value of a latency");
    }

    /// <summary>A big integer as 64 bits.</summary>
    /// <exception cref="ProblemTooLargeException">It does not fit.</exception>
    public static long ToInt64(BigInteger value, string subject) => value >= long.MinValue && value <= long.MaxValue
        ? (long)value
        : throw new ProblemTooLargeException($"{subject} ({value}) must fit in 64 bits. Maybe a price or a quantity is out of proportion.");

    private static long? PerMonth(decimal perHour, bool isExact, Func<Ratio> exactPerHour)
    {
        decimal micros = perHour * (HoursPerMonth * MicrosPerEuro);
        if (isExact && micros.Scale == perHour.Scale && Math.Abs(micros) < long.MaxValue)
        {
            return (long)Math.Round(micros, 0, MidpointRounding.AwayFromZero);
        }

        BigInteger rounded = (exactPerHour() * Ratio.Of(HoursPerMonth * MicrosPerEuro)).Round();
        return rounded <= long.MaxValue ? (long)rounded : null;
    }

    private static Int128 RoundDivide(Int128 dividend, Int128 divisor)
    {
        Int128 magnitude = ((2 * Int128.Abs(dividend)) + divisor) / (2 * divisor);
        return dividend < 0 ? -magnitude : magnitude;
    }
}
