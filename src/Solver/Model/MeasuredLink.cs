namespace Fulcrum.Solver.Model;

/// <summary>A measured round-trip latency between two locations, by index into <see cref="Market.Locations"/>.</summary>
/// <param name="From">Index of the one end.</param>
/// <param name="To">Index of the other end.</param>
/// <param name="LatencyMicros">Round-trip time in microseconds.</param>
public readonly record struct MeasuredLink(int From, int To, long LatencyMicros);
