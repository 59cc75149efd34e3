namespace Fulcrum.Solver.Model;

/// <summary>A shape that a pool sells.</summary>
/// <param name="Id">Identifier, unique in the pool.</param>
/// <param name="Resources">Amount per class; all of it is consumed by a replica.</param>
/// <param name="PricePerHour">EUR per hour, exact.</param>
public sealed record Offer(string Id, IReadOnlyDictionary<string, long> Resources, decimal PricePerHour);
