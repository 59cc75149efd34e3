namespace Fulcrum.Planning;

/// <summary>Orders planned together.</summary>
/// <param name="Orders">One answer per order.</param>
/// <param name="MorePlaced">Orders placed beyond those that first come, first served would have placed.</param>
/// <param name="GainMonthly">By how much the sum of the objectives is lower than then, EUR per month; null when more orders are placed.</param>
public sealed record JointPlan(IReadOnlyList<JointDecision> Orders, int MorePlaced, decimal? GainMonthly);
