using Fulcrum.Solver.Results;

namespace Fulcrum.Benchmarks.Contenders;

/// <summary>What a contender found out, and when.</summary>
/// <param name="Status">What is known.</param>
/// <param name="Plan">Best plan, if any.</param>
/// <param name="Bound">No plan has a value below this, in thousandths of a micro-EUR; null when nothing is known.</param>
/// <param name="Milliseconds">Wall time of the solve.</param>
/// <param name="Trace">Values and bounds on the way, in the order of time; the last is the final answer.</param>
internal sealed record Answer(PlacementStatus Status, Plan? Plan, Int128? Bound, double Milliseconds, IReadOnlyList<TracePoint> Trace)
{
    /// <summary>Whether nothing is left to find out.</summary>
    public bool IsProved => Status is PlacementStatus.Optimal or PlacementStatus.Infeasible;

    /// <summary>When (objective − bound) ÷ objective first was no more than so much; infinite when it never was.</summary>
    public double MillisecondsToGap(double gap) => Status == PlacementStatus.Infeasible
        ? Milliseconds
        : Trace.Where(point => point.Gap <= gap).Select(static point => point.Milliseconds).DefaultIfEmpty(double.PositiveInfinity).First();
}
