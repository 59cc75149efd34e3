using Fulcrum.Benchmarks.Contenders;

namespace Fulcrum.Benchmarks.Rows;

/// <summary>One solve of one order of a row.</summary>
/// <param name="Seed">Seed of the order.</param>
/// <param name="Contender">Who solved.</param>
/// <param name="Answer">What was found.</param>
/// <param name="Objective">Value of the plan as the checker computes it; null without a plan.</param>
internal sealed record RowMeasurement(long Seed, string Contender, Answer Answer, Int128? Objective)
{
    /// <summary>Wall time when proved, else infinite.</summary>
    public double MillisecondsToProof => Answer.IsProved ? Answer.Milliseconds : double.PositiveInfinity;
}
