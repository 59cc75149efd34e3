namespace Fulcrum.Benchmarks.Comparison;

/// <summary>What one way of choosing came to for one order.</summary>
/// <param name="Buyer">The way.</param>
/// <param name="Outcome">Whether there is a plan, and whether it obeys the order.</param>
/// <param name="PriceRatio">Price term ÷ that of the best plan; null without a plan.</param>
/// <param name="ValueRatio">Objective (price and latency) ÷ that of the best plan; null without a plan.</param>
internal sealed record Purchase(string Buyer, PurchaseOutcome Outcome, double? PriceRatio, double? ValueRatio);
