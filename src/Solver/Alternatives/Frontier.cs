namespace Fulcrum.Solver.Alternatives;

/// <summary>The trade-off between the terms.</summary>
/// <param name="Points">Plans of which none is nowhere worse than another, cheapest first.</param>
/// <param name="IsComplete">Whether every question was answered; false when time ran out.</param>
public sealed record Frontier(IReadOnlyList<FrontierPoint> Points, bool IsComplete);
