namespace Fulcrum.Solver.Checking;

/// <summary>One assignment as stated.</summary>
/// <param name="ItemId">Item.</param>
/// <param name="PoolId">Pool.</param>
/// <param name="OfferId">Offer; null is free-form.</param>
/// <param name="Quantity">Replicas.</param>
/// <param name="PriceMicros">Price of these replicas together as stated, micro-EUR per month; null is not checked.</param>
public sealed record ClaimedAssignment(string ItemId, string PoolId, string? OfferId, long Quantity, long? PriceMicros);
