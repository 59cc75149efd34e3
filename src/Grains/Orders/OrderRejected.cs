using Fulcrum.Contracts.Documents;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Orders;

/// <summary>No plan exists.</summary>
/// <param name="Decision">The proof.</param>
/// <param name="Evidence">What the decision rests on, as the planner saw it: JSON.</param>
public sealed record OrderRejected(DecisionDocument Decision, JsonText? Evidence) : OrderEvent;
