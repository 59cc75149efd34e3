namespace Fulcrum.Solver.Rules;

/// <summary>An offer, or the demand itself at a price book.</summary>
/// <param name="Offer">Index into the pool's offers, or <see cref="Results.PlanLine.FreeForm"/>.</param>
/// <param name="Consumption">What one replica consumes per class.</param>
internal readonly record struct Shape(int Offer, IReadOnlyDictionary<string, long> Consumption);
