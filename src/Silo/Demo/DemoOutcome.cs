using Fulcrum.Contracts.Exchange.Resources;

namespace Fulcrum.Silo.Demo;

/// <summary>What became of a sample order: the order, or the problem that was answered.</summary>
/// <param name="Order">The order after its confirmation.</param>
/// <param name="Problem">Why there is none.</param>
internal sealed record DemoOutcome(OrderResource? Order, ProblemResource? Problem);
