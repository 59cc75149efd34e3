using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Alternatives;

/// <summary>Finds the best plans that differ from each other in at least one site that some item uses.</summary>
/// <param name="solver">Solves each in turn, with the plans before it excluded.</param>
/// <param name="time">Clock for the limit.</param>
public sealed class AlternativeSearch(PlacementSolver solver, TimeProvider time)
{
    /// <summary>The next best plans after a first one.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="best">Its best plan.</param>
    /// <param name="count">Plans wanted beside it.</param>
    /// <param name="options">How to solve; the time limit is for all of them together.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public AlternativePlans Find(PlacementProblem problem, Plan best, int count, SolveOptions options, CancellationToken cancellationToken = default)
    {
        Deadline deadline = new(time, options.TimeLimit);
        List<PlanSignature> excluded = [.. options.Excluded, PlanSignature.Of(problem, best)];
        List<PlacementResult> found = [];
        while (found.Count < count)
        {
            if (deadline.IsOver) return new AlternativePlans(InOrder(problem, found), IsComplete: false);
            PlacementResult next = solver.Solve(problem, options with { Excluded = [.. excluded], TimeLimit = deadline.Left }, cancellationToken);
            if (next.Plan is null) return new AlternativePlans(InOrder(problem, found), next.Status == PlacementStatus.Infeasible);
            found.Add(next);
            excluded.Add(PlanSignature.Of(problem, next.Plan));
        }

        return new AlternativePlans(InOrder(problem, found), IsComplete: true);
    }

    /// <summary>Plans that are proved best come in order; those of searches that ran out of time may not.</summary>
    private static List<PlacementResult> InOrder(PlacementProblem problem, List<PlacementResult> found) =>
        problem.Order.Objective.Mode == ObjectiveMode.Weighted ? [.. found.OrderBy(static result => result.Certificate!.Objective)] : found;
}
