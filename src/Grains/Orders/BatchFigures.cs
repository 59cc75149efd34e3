namespace Fulcrum.Grains.Orders;

/// <summary>What came of planning orders together.</summary>
/// <param name="Orders">Orders planned together.</param>
/// <param name="MorePlaced">Orders placed beyond those that first come, first served would have placed.</param>
/// <param name="GainMonthly">By how much the sum of the orders' objectives is lower than then, EUR per month; absent when more orders are placed.</param>
public sealed record BatchFigures(int Orders, int MorePlaced, decimal? GainMonthly);
