namespace Fulcrum.Solver.Alternatives;

/// <summary>A provider at a location: what a buyer sees of where an item runs.</summary>
/// <param name="Provider">Index into the problem's providers.</param>
/// <param name="Location">Index into the market's locations.</param>
public readonly record struct Site(int Provider, int Location);
