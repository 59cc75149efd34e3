using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver;

/// <summary>Solves placement problems exactly, within a time limit.</summary>
/// <param name="time">Clock for limits and stage times.</param>
public sealed class PlacementSolver(TimeProvider time)
{
    /// <summary>Answers with the best plan and its certificate, or with the reasons why there is none.</summary>
    /// <exception cref="ProblemTooLargeException">Amounts or money exceed what can be computed exactly.</exception>
    public PlacementResult Solve(PlacementProblem problem, SolveOptions options, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException(time.ToString());
}
