using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Alternatives;

/// <summary>Explores the trade-off between price, locality and sovereignty: its corners, and plans between them that no other plan beats in every term.</summary>
/// <param name="solver">Solves for each point.</param>
/// <param name="time">Clock for the limit.</param>
public sealed class FrontierSearch(PlacementSolver solver, TimeProvider time)
{
    private static readonly ObjectiveTerm[] Terms = Enum.GetValues<ObjectiveTerm>();

    /// <summary>Plans that are not dominated, cheapest first: the cheapest, nearest and most sovereign, and some between.</summary>
    /// <param name="problem">The problem; its own objective plays no part.</param>
    /// <param name="steps">Points tried between the cheapest plan and each of the other corners.</param>
    /// <param name="options">How to solve; the time limit is for all of them together.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public IReadOnlyList<FrontierPoint> Find(PlacementProblem problem, int steps, SolveOptions options, CancellationToken cancellationToken = default)
    {
        Deadline deadline = new(time, options.TimeLimit);
        List<FrontierPoint> points = [];
        foreach (ObjectiveTerm term in Terms) Add(points, term, Solve(problem, term, options, deadline, cancellationToken));
        FrontierPoint? cheapest = points.Find(static point => point.Corner == ObjectiveTerm.Price);
        foreach (FrontierPoint corner in cheapest is null ? [] : points.Where(static point => point.Corner != ObjectiveTerm.Price).ToArray())
        {
            foreach (long most in Between(corner.Score.Term(corner.Corner!.Value), cheapest!.Score.Term(corner.Corner.Value), steps))
            {
                SolveOptions capped = options with { Ceilings = [.. options.Ceilings, new TermCeiling(corner.Corner.Value, most)] };
                Add(points, null, Solve(problem, ObjectiveTerm.Price, capped, deadline, cancellationToken));
            }
        }

        return Undominated(points);
    }

    private PlacementResult? Solve(PlacementProblem problem, ObjectiveTerm first, SolveOptions options, Deadline deadline, CancellationToken cancellationToken)
    {
        if (deadline.IsOver) return null;
        LexicographicTerm[] order = [.. Terms.OrderBy(term => term != first).Select(static term => new LexicographicTerm(term, 0))];
        Objective objective = new() { Mode = ObjectiveMode.Lexicographic, Order = order };
        return solver.Solve(problem with { Order = problem.Order with { Objective = objective } }, options with { TimeLimit = deadline.Left }, cancellationToken);
    }

    private static void Add(List<FrontierPoint> points, ObjectiveTerm? corner, PlacementResult? result)
    {
        if (result is { Plan: { } plan, Score: { } score }) points.Add(new FrontierPoint(plan, score, corner, result.Status == PlacementStatus.Optimal));
    }

    private static IEnumerable<long> Between(long least, long most, int steps) =>
        Enumerable.Range(1, steps).Select(step => (long)(least + ((Int128)(most - least) * step / (steps + 1)))).Where(value => value > least && value < most).Distinct();

    private static FrontierPoint[] Undominated(List<FrontierPoint> points) =>
    [
        .. points.Where((point, index) => !points.Where((other, position) => Beats(other, point, position < index)).Any())
            .OrderBy(static point => point.Score.PriceMicros).ThenBy(static point => point.Score.LocalityMicros),
    ];

    /// <summary>Whether a point is nowhere worse than another and somewhere better; of equal ones the first counts.</summary>
    private static bool Beats(FrontierPoint one, FrontierPoint other, bool isFirst)
    {
        if (ReferenceEquals(one, other)) return false;
        bool isNowhereWorse = Terms.All(term => one.Score.Term(term) <= other.Score.Term(term));
        return isNowhereWorse && (isFirst || Terms.Any(term => one.Score.Term(term) < other.Score.Term(term)));
    }
}
