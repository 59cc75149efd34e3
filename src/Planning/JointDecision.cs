using Fulcrum.Contracts.Documents;

namespace Fulcrum.Planning;

/// <summary>What became of an order that was planned with others.</summary>
/// <param name="Decision">The decision; absent when the checker found its plan wrong.</param>
/// <param name="Refusal">What the checker found: a fault of ours.</param>
public sealed record JointDecision(DecisionDocument? Decision, PlanRefusedException? Refusal);
