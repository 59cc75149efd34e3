namespace Fulcrum.Solver.Results;

/// <summary>How many pools each rule removed for one item, in the order of the rules.</summary>
/// <param name="Item">Index into the order's items.</param>
/// <param name="Pools">Pools at the start.</param>
/// <param name="Steps">Every rule that can remove a pool on its own, also those that removed none.</param>
public sealed record ItemFunnel(int Item, int Pools, IReadOnlyList<FunnelStep> Steps);
