namespace Fulcrum.Solver.Shapes;

/// <summary>How many replicas of a shape one pool can sell now.</summary>
/// <param name="Pool">Index into the problem's pools.</param>
/// <param name="Replicas">Most replicas at the same time, over all ways the pool sells the shape; at least 1.</param>
/// <param name="MinPriceMicros">Lowest price of one replica, micro-EUR per month.</param>
public sealed record ShapeSupply(int Pool, long Replicas, long MinPriceMicros);
