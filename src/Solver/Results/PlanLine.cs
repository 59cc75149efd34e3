namespace Fulcrum.Solver.Results;

/// <summary>Replicas of one item served by one candidate.</summary>
/// <param name="Item">Index into the order's items.</param>
/// <param name="Pool">Index into the problem's pools.</param>
/// <param name="Offer">Index into the pool's offers, or <see cref="FreeForm"/>.</param>
/// <param name="Quantity">Replicas, at least 1.</param>
public readonly record struct PlanLine(int Item, int Pool, int Offer, int Quantity)
{
    /// <summary>The offer of a line that buys the demand itself at the pool's price book.</summary>
    public const int FreeForm = -1;
}
