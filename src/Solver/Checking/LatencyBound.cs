using System.Numerics;

namespace Fulcrum.Solver.Checking;

/// <summary>Compares a latency with a bound, exactly.</summary>
internal static class LatencyBound
{
    private const int MicrosecondsPerMillisecond = 1000;

    public static bool IsExceeded(long latencyMicros, decimal boundMs) =>
        (BigInteger)latencyMicros > Fraction.Of(boundMs) * MicrosecondsPerMillisecond;
}
