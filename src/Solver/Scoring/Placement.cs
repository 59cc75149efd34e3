using Fulcrum.Solver.Compilation;

namespace Fulcrum.Solver.Scoring;

/// <summary>Replicas served by one candidate.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Replicas">At least 1.</param>
internal readonly record struct Placement(Candidate Candidate, int Replicas);
