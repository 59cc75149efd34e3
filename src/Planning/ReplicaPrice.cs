using System.Numerics;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Planning;

/// <summary>Price of one replica, micro-EUR per month, exact until it is rounded once, half away from zero.</summary>
internal static class ReplicaPrice
{
    private const int HoursPerMonth = 730;
    private const int MicrosPerEuro = 1_000_000;
    private const int DecimalsMax = 28;

    private static readonly BigInteger Unit = BigInteger.Pow(10, DecimalsMax);

    /// <summary>Price of a replica of a plan's line.</summary>
    public static long Micros(PlacementProblem problem, PlanLine line)
    {
        ResourcePool pool = problem.Pools[line.Pool];
        return line.Offer == PlanLine.FreeForm
            ? PerMonth(FreeForm(problem.Order.Items[line.Item].Resources, pool.PriceBook!))
            : PerMonth(InUnits(pool.Offers[line.Offer].PricePerHour));
    }

    private static BigInteger FreeForm(IReadOnlyDictionary<string, long> demand, IReadOnlyDictionary<string, decimal> priceBook) =>
        demand.Aggregate(BigInteger.Zero, (sum, entry) => sum + (entry.Value * InUnits(priceBook[entry.Key])));

    private static long PerMonth(BigInteger unitsPerHour) => (long)(((2 * unitsPerHour * HoursPerMonth * MicrosPerEuro) + Unit) / (2 * Unit));

    private static BigInteger InUnits(decimal price)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(price, bits);
        BigInteger mantissa = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return mantissa * BigInteger.Pow(10, DecimalsMax - price.Scale);
    }
}
