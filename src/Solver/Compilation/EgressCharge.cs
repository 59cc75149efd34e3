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

    /// <summary>The charge of a tariff; null when nothing ever costs.</summary>
    public static EgressCharge? Of(EgressTariff? tariff)
    {
        if (tariff is null || tariff.PricePerGiB == 0) return null;
        BigInteger free = (Ratio.Of(tariff.FreeGiBMonthly) * Ratio.Of(MiBPerGiB)).Round();
        Ratio price = (Ratio.Of(tariff.PricePerGiB) * Ratio.Of(MicrosPerEuro) / MiBPerGiB).Reduced();
        return new EgressCharge((long)BigInteger.Min(free, long.MaxValue), price);
    }

    /// <summary>Cost of a volume, micro-EUR per month.</summary>
    public long CostMicros(BigInteger trafficMiB) => Money.ToInt64(Cost(trafficMiB), "The monthly cost of egress");

    /// <summary>Cost of a volume of any size, micro-EUR per month.</summary>
    public BigInteger Cost(BigInteger trafficMiB) => (MicrosPerMiB * Ratio.Of(BigInteger.Max(0, trafficMiB - FreeMiB))).Round();
}
