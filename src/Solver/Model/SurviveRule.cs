namespace Fulcrum.Solver.Model;

/// <summary>Whichever single domain is lost, at least this many replicas of the item remain elsewhere.</summary>
/// <param name="LossOf">Kind of domain that is lost.</param>
/// <param name="MinReplicas">Replicas that remain, at least 1.</param>
public sealed record SurviveRule(Domain LossOf, int MinReplicas = 1);
