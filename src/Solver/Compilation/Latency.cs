namespace Fulcrum.Solver.Compilation;

/// <summary>Latencies against bounds.</summary>
internal static class Latency
{
    private const byte MillisecondScale = 3;

    /// <summary>Whether a latency in microseconds is within a bound in milliseconds, compared exactly; no bound admits all.</summary>
    public static bool IsWithin(long latencyMicros, decimal? maxLatencyMs) => maxLatencyMs is not { } bound || Milliseconds(latencyMicros) <= bound;

    private static decimal Milliseconds(long micros) =>
        new(unchecked((int)micros), unchecked((int)(micros >> 32)), 0, isNegative: false, MillisecondScale);
}
