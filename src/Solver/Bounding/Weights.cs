using System.Numerics;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Bounding;

/// <summary>Weights of the terms in thousandths: a weighted sum of terms in micro-EUR is in thousandths of a micro-EUR.</summary>
internal sealed record Weights(long Price, long Locality, long Sovereignty)
{
    /// <summary>Every weighted sum is a multiple of this.</summary>
    public long Unit { get; } = Math.Max(1, (long)BigInteger.GreatestCommonDivisor(BigInteger.GreatestCommonDivisor(Price, Locality), Sovereignty));

    /// <summary>The weights of an objective.</summary>
    public static Weights Of(Objective objective) =>
        new(objective.PriceWeightThousandths, objective.LocalityWeightThousandths, objective.SovereigntyWeightThousandths);

    /// <summary>The weighted sum of a score.</summary>
    public Int128 Of(ScoreBreakdown score) =>
        ((Int128)Price * score.PriceMicros) + ((Int128)Locality * score.LocalityMicros) + ((Int128)Sovereignty * score.SovereigntyMicros);

    /// <summary>The smallest possible sum that is not below a bound.</summary>
    public long RoundUp(long bound)
    {
        long remainder = bound % Unit;
        return remainder == 0 ? bound : bound - remainder + (remainder > 0 ? Unit : 0);
    }
}
