using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Alternatives;

/// <summary>Explores the trade-off between price, locality and sovereignty: its corners, and plans between them that no other plan beats in every term.</summary>
/// <param name="solver">Solves for each point.</param>
/// <param name="time">Clock for the limit.</param>
public sealed class FrontierSearch(PlacementSolver solver, TimeProvider time)
{
    /// <summary>Points tried between the cheapest plan and each of the other corners, where nothing else is asked for.</summary>
    public const int StepsDefault = 3;

    /// <summary>Plans that are not dominated, cheapest first: the cheapest, nearest and most sovereign, and some between.</summary>
    /// <param name="problem">The problem; its own objective plays no part.</param>
    /// <param name="steps">Points tried between the cheapest plan and each of the other corners.</param>
    /// <param name="options">How to solve; the time limit is for all of them together.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Frontier Find(PlacementProblem problem, int steps, SolveOptions options, CancellationToken cancellationToken = default) =>
        new FrontierRun(solver, new Deadline(time, options.TimeLimit), problem, steps, options, cancellationToken).Find();
}
