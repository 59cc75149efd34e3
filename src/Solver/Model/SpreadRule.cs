namespace Fulcrum.Solver.Model;

/// <summary>How the replicas of one item must be spread over a kind of domain.</summary>
/// <param name="By">Kind of domain.</param>
/// <param name="Max">Most replicas in any one domain; null demands nothing.</param>
/// <param name="MaxShareMillionths">Most replicas in any one domain as a share of the quantity, in parts per million: max(1, ⌊share × quantity⌋).</param>
/// <param name="MinDomains">Least number of distinct domains used; null demands nothing.</param>
public sealed record SpreadRule(Domain By, int? Max = null, int? MaxShareMillionths = null, int? MinDomains = null);
