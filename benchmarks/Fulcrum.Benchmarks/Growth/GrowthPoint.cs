namespace Fulcrum.Benchmarks.Growth;

/// <summary>What solves of one size took.</summary>
/// <param name="Pools">Pools of the market.</param>
/// <param name="Items">Items of the order.</param>
/// <param name="MedianMilliseconds">Wall time of a solve, proved or at its limit.</param>
/// <param name="P95Milliseconds">The same, of which 95 in a hundred take no more.</param>
/// <param name="ProvedShare">Share that was proved.</param>
/// <param name="MedianAllocatedBytes">Managed memory that a solve allocates; CP-SAT's own is not counted.</param>
/// <param name="ColumnBytesPerPool">Memory of the market's columns.</param>
internal sealed record GrowthPoint(
    int Pools, int Items, double MedianMilliseconds, double P95Milliseconds, double ProvedShare, double MedianAllocatedBytes, double ColumnBytesPerPool);
