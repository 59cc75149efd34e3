using Fulcrum.Contracts.Documents;

namespace Fulcrum.Grains.Orders;

/// <summary>No plan exists.</summary>
/// <param name="Decision">The proof.</param>
/// <param name="Evidence">Explanations asked for.</param>
public sealed record OrderRejected(DecisionDocument Decision, string? Evidence) : OrderEvent;
