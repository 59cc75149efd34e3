using Fulcrum.Solver.Model;

namespace Fulcrum.Benchmarks.Instances;

/// <summary>An instance of a public set as a placement problem, with what is known of its optimum.</summary>
/// <param name="Name">Name in the set.</param>
/// <param name="Published">Optimum, or the best value known, in EUR per month.</param>
/// <param name="IsProved">Whether that value is known to be optimal.</param>
/// <param name="Problem">The problem.</param>
internal sealed record PublishedInstance(string Name, decimal Published, bool IsProved, Lazy<PlacementProblem> Problem);
