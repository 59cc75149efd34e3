using System.Numerics;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Checking;

/// <summary>Price of one replica: a month of the offer, or a month of the demand at the price book, rounded once to a micro-EUR.</summary>
internal static class ReplicaPrice
{
    private const int HoursPerMonth = 730;
    private const int MicrosPerEuro = 1_000_000;

    /// <summary>Micro-EUR per month; null when the price book does not name every class demanded.</summary>
    public static BigInteger? Of(PlacedPlan plan, PlanLine line)
    {
        ResourcePool pool = plan.Pool(line);
        if (line.Offer != PlanLine.FreeForm) return Monthly(Fraction.Of(pool.Offers[line.Offer].PricePerHour));
        if (pool.PriceBook is not { } book) return null;

        Fraction perHour = Fraction.Of(BigInteger.Zero);
        foreach ((string resourceClass, long amount) in plan.Item(line).Resources)
        {
            if (!book.TryGetValue(resourceClass, out decimal unitPrice)) return null;
            perHour += Fraction.Of(unitPrice) * amount;
        }

        return Monthly(perHour);
    }

    private static BigInteger Monthly(Fraction perHour) => (perHour * HoursPerMonth * MicrosPerEuro).Round();
}
