namespace Fulcrum.Solver.Results;

/// <summary>A reason in words and the number of pools it holds for.</summary>
/// <param name="Reason">A sentence a buyer can act on.</param>
/// <param name="Pools">Number of pools.</param>
public sealed record FunnelReason(string Reason, int Pools);
