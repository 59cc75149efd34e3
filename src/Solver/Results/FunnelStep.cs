namespace Fulcrum.Solver.Results;

/// <summary>The effect of one rule.</summary>
/// <param name="Rule">Stable name of the rule, e.g. <c>eligibility.traits</c>.</param>
/// <param name="Removed">Pools removed by this rule among those the rules before had left.</param>
/// <param name="Left">Pools left after it.</param>
/// <param name="Reasons">Why, in words, with counts of pools, most frequent first; at most a handful.</param>
public sealed record FunnelStep(string Rule, int Removed, int Left, IReadOnlyList<FunnelReason> Reasons);
