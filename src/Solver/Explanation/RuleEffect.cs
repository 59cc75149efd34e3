namespace Fulcrum.Solver.Explanation;

/// <summary>What one rule does to the pools of one item, apart from the order in which rules are applied.</summary>
/// <param name="Rule">Stable name of the rule.</param>
/// <param name="RemovedAlone">Pools that the rule would remove if it were the only one.</param>
/// <param name="LeftWithout">Pools that would be left if only this rule were dropped.</param>
public sealed record RuleEffect(string Rule, int RemovedAlone, int LeftWithout);
