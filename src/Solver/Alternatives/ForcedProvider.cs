namespace Fulcrum.Solver.Alternatives;

/// <summary>An item that must have at least one replica at a provider.</summary>
/// <param name="Item">Index into the order's items.</param>
/// <param name="Provider">Index into the problem's providers.</param>
public sealed record ForcedProvider(int Item, int Provider);
