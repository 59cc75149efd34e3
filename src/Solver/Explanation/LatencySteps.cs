namespace Fulcrum.Solver.Explanation;

/// <summary>Latency bounds that make a difference.</summary>
internal static class LatencySteps
{
    private const decimal MicrosPerMillisecond = 1000;

    /// <summary>The latencies above a bound, in milliseconds, ascending.</summary>
    public static decimal[] Above(IEnumerable<long> micros, decimal mostMs) =>
        [.. micros.Select(static value => value / MicrosPerMillisecond).Where(value => value > mostMs).Distinct().Order()];
}
