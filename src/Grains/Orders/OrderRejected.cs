using Fulcrum.Contracts.Documents;

namespace Fulcrum.Grains.Orders;

/// <summary>No plan exists.</summary>
/// <param name="Decision">The proof.</param>
/// <param name="Evidence">What the decision rests on, as the planner saw it: JSON.</param>
public sealed record OrderRejected(DecisionDocument Decision, string? Evidence) : OrderEvent;
