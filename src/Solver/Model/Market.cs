namespace Fulcrum.Solver.Model;

/// <summary>The places of a market and the round-trip latencies between them.</summary>
/// <param name="Locations">Places; pools and users refer to them by index.</param>
/// <param name="Latencies">Round-trip latency of every ordered pair of locations.</param>
public sealed record Market(IReadOnlyList<Location> Locations, LatencyMatrix Latencies);
