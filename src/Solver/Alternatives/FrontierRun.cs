using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Alternatives;

/// <summary>One search for a frontier on its way: the corners, then the points between.</summary>
internal sealed class FrontierRun(PlacementSolver solver, Deadline deadline, PlacementProblem problem, int steps, SolveOptions options, CancellationToken cancellationToken)
{
    private static readonly ObjectiveTerm[] Terms = Enum.GetValues<ObjectiveTerm>();

    private readonly List<FrontierPoint> _points = [];
    private int _questionsLeft = Terms.Length + ((Terms.Length - 1) * steps);
    private bool _isComplete = true;

    public Frontier Find()
    {
        Dictionary<ObjectiveTerm, ScoreBreakdown> corners = [];
        foreach (ObjectiveTerm term in Terms)
        {
            if (Ask(term, null) is { } corner) corners[term] = corner.Score;
        }

        if (corners.TryGetValue(ObjectiveTerm.Price, out ScoreBreakdown? cheapest))
        {
            foreach ((ObjectiveTerm term, ScoreBreakdown corner) in corners.Where(static corner => corner.Key != ObjectiveTerm.Price)) AskBetween(term, corner.Term(term), cheapest.Term(term));
        }

        return new Frontier([.. Undominated().Select(point => point with { Corners = [.. corners.Where(corner => point.Score.Term(corner.Key) <= corner.Value.Term(corner.Key)).Select(static corner => corner.Key)] })], _isComplete);
    }

    private void AskBetween(ObjectiveTerm term, long least, long most)
    {
        foreach (long ceiling in Enumerable.Range(1, steps).Select(step => (long)(least + ((Int128)(most - least) * step / (steps + 1)))).Where(value => value > least && value < most).Distinct())
        {
            Ask(ObjectiveTerm.Price, new TermCeiling(term, ceiling));
        }
    }

    /// <summary>Minimises one term, then the others; each question may take an even share of the time that is left.</summary>
    private FrontierPoint? Ask(ObjectiveTerm first, TermCeiling? ceiling)
    {
        TimeSpan share = deadline.Left / Math.Max(1, _questionsLeft--);
        if (share == TimeSpan.Zero)
        {
            _isComplete = false;
            return null;
        }

        ObjectiveTerm[] goals = [.. Terms.OrderBy(term => term != first)];
        Objective objective = new() { Mode = ObjectiveMode.Lexicographic, Order = [.. goals.Select(static term => new LexicographicTerm(term, 0))] };
        SolveOptions asked = options with { TimeLimit = share, Ceilings = ceiling is null ? options.Ceilings : [.. options.Ceilings, ceiling] };
        PlacementResult result = solver.Solve(problem with { Order = problem.Order with { Objective = objective } }, asked, cancellationToken);
        _isComplete &= result.Status != PlacementStatus.Unknown;
        if (result.Plan is null) return null;
        FrontierPoint point = new(result, goals, ceiling, []);
        _points.Add(point);
        return point;
    }

    private IEnumerable<FrontierPoint> Undominated() => _points
        .Where((point, index) => !_points.Where((other, position) => Beats(other, point, position < index)).Any())
        .OrderBy(static point => point.Score.PriceMicros).ThenBy(static point => point.Score.LocalityMicros);

    /// <summary>Whether a point is nowhere worse than another and somewhere better; of equal ones the first counts.</summary>
    private static bool Beats(FrontierPoint one, FrontierPoint other, bool isFirst)
    {
        if (ReferenceEquals(one, other)) return false;
        bool isNowhereWorse = Terms.All(term => one.Score.Term(term) <= other.Score.Term(term));
        return isNowhereWorse && (isFirst || Terms.Any(term => one.Score.Term(term) < other.Score.Term(term)));
    }
}
