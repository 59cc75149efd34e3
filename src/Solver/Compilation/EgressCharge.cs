using System.Numerics;
using Fulcrum.Solver.Exact;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Compilation;

/// <summary>What a provider charges an order for traffic that leaves, as exact integers.</summary>
/// <param name="FreeMiB">Volume that costs nothing, MiB per month.</param>
/// <param name="MicrosPerMiB">Price beyond it, micro-EUR per MiB, reduced.</param>
internal sealed record EgressCharge(long FreeMiB, Ratio MicrosPerMiB)
{
    private const long MiBPerGiB = 1024;
    private const long MicrosPerEuro = 1_000_000;
    private const long NarrowMax = 1L << 62;

    private readonly Int128 _narrowNumerator = IsNarrow(MicrosPerMiB) ? (Int128)MicrosPerMiB.Numerator : 0;
    private readonly Int128 _narrowDenominator = IsNarrow(MicrosPerMiB) ? (Int128)MicrosPerMiB.Denominator : 0;

    /// <summary>The charge of a tariff; null when nothing ever costs.</summary>
    public static EgressCharge? Of(EgressTariff? tariff)
    {
        if (tariff is null || tariff.PricePerGiB == 0) return null;
        BigInteger free = (Ratio.Of(tariff.FreeGiBMonthly) * Ratio.Of(MiBPerGiB)).Round();
        Ratio price = (Ratio.Of(tariff.PricePerGiB) * Ratio.Of(MicrosPerEuro) / MiBPerGiB).Reduced();
        return new EgressCharge((long)BigInteger.Min(free, long.MaxValue), price);
    }

    /// <summary>Cost of a volume, micro-EUR per month.</summary>
    public long CostMicros(Int128 trafficMiB)
    {
        Int128 charged = Int128.Max(0, trafficMiB - FreeMiB);
        if (_narrowDenominator == 0 || charged > NarrowMax) return CostMicros((BigInteger)trafficMiB);
        Int128 rounded = ((2 * _narrowNumerator * charged) + _narrowDenominator) / (2 * _narrowDenominator);
        return rounded <= long.MaxValue ? (long)rounded : CostMicros((BigInteger)trafficMiB);
    }

    /// <summary>Cost of a volume of any size, micro-EUR per month.</summary>
    /// <exception cref="ProblemTooLargeException">It does not fit in 64 bits.</exception>
    public long CostMicros(BigInteger trafficMiB) => Money.ToInt64(Cost(trafficMiB), "The monthly cost of egress");

    /// <summary>Cost of a volume of any size, micro-EUR per month.</summary>
    public BigInteger Cost(BigInteger trafficMiB) => (MicrosPerMiB * Ratio.Of(BigInteger.Max(0, trafficMiB - FreeMiB))).Round();

    /// <summary>Whether a cost can be computed in 128 bits.</summary>
    private static bool IsNarrow(Ratio price) => price.Numerator.GetBitLength() < 60 && price.Denominator.GetBitLength() < 60;
}
