using Fulcrum.Solver.Alternatives;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Batches;

/// <summary>One batch on its way: each order alone, one after the other, then together.</summary>
internal sealed class BatchRun(PlacementSolver solver, TimeProvider time, PlacementProblem market, IReadOnlyList<Order> orders, SolveOptions options, CancellationToken cancellationToken)
{
    private readonly Deadline _deadline = new(time, options.TimeLimit);

    /// <summary>Plans the batch.</summary>
    public BatchResult Solve()
    {
        // 1. What each order could have alone bounds the sum; where those plans fit together, nothing is better.
        PlacementResult[] alone = [.. orders.Select((order, index) => SolveOne(market, order, ShareOf(index)))];
        if (BatchCapacity.Fits(market, orders, alone))
        {
            UseTimeLeft(alone);
            return Result(alone, alone, alone, Array.TrueForAll(alone, IsSettled), Sum(alone.Select(static result => result.Certificate?.Bound ?? 0)));
        }

        // 2. One after the other is what there would be without a batch, and the plans to beat.
        PlacementResult[] firstCome = FirstCome(alone);
        bool isSettled = Array.TrueForAll(alone, IsSettled);

        // 3. Together: all of them, else as many as possible.
        int[] placeable = [.. Enumerable.Range(0, orders.Count).Where(index => alone[index].Plan is not null)];
        for (int size = placeable.Length; size >= firstCome.Count(static result => result.Plan is not null); size--)
        {
            (PlacementResult[]? best, bool isProved, Int128 bound) = BestOf(placeable, size, alone, firstCome);
            isSettled &= isProved;
            if (best is not null) return Result(best, firstCome, alone, isSettled, bound);
        }

        return Result(firstCome, firstCome, alone, isSettled: false, bound: 0);
    }

    private PlacementResult SolveOne(PlacementProblem problem, Order order, TimeSpan limit) =>
        solver.Solve(problem with { Order = order }, options with { TimeLimit = limit }, cancellationToken);

    /// <summary>What one order may take: an even share of what is left, so that a hard one costs neither the others nor the search together their time.</summary>
    private TimeSpan ShareOf(int index) => _deadline.Left / (orders.Count - index + 1);

    private static bool IsSettled(PlacementResult result) => result.Status is PlacementStatus.Optimal or PlacementStatus.Infeasible;

    /// <summary>Where the plans alone fit together, the time for the search together is left for those that are not proved yet.</summary>
    private void UseTimeLeft(PlacementResult[] alone)
    {
        int[] open = [.. Enumerable.Range(0, orders.Count).Where(index => !IsSettled(alone[index]))];
        for (int at = 0; at < open.Length && !_deadline.IsOver; at++)
        {
            PlacementResult before = alone[open[at]];
            PlacementResult again = SolveOne(market, orders[open[at]], _deadline.Left / (open.Length - at));
            if (IsBetter(again, before)) alone[open[at]] = again;
            if (!BatchCapacity.Fits(market, orders, alone)) alone[open[at]] = before;
        }
    }

    private static bool IsBetter(PlacementResult one, PlacementResult other) => one.Certificate is { } certificate
        ? other.Certificate is not { } known || certificate.Objective < known.Objective || (certificate.Objective == known.Objective && certificate.Bound > known.Bound)
        : one.Status == PlacementStatus.Infeasible;

    private PlacementResult[] FirstCome(PlacementResult[] alone)
    {
        PlacementProblem left = market;
        PlacementResult[] results = [.. alone];
        for (int index = 0; index < orders.Count; index++)
        {
            if (alone[index].Plan is null) continue;
            if (!BatchCapacity.Fits(left, [orders[index]], [alone[index]])) results[index] = SolveOne(left, orders[index], ShareOf(index));
            if (results[index].Plan is { } plan) left = BatchCapacity.Less(left, orders[index], plan);
        }

        return results;
    }

    /// <summary>The best plans of exactly so many orders; none when no choice of orders has any.</summary>
    private (PlacementResult[]? Best, bool IsProved, Int128 Bound) BestOf(int[] placeable, int size, PlacementResult[] alone, PlacementResult[] firstCome)
    {
        PlacementResult[]? best = firstCome.Count(static result => result.Plan is not null) == size ? firstCome : null;
        bool isProved = true;
        Int128? bound = null;
        foreach (int[] chosen in Choices(placeable, size))
        {
            if (_deadline.IsOver) return (best, IsProved: false, 0);
            JointAnswer answer = new JointSearch(time, market, orders, chosen, options with { TimeLimit = _deadline.Left }, cancellationToken).Run(firstCome);
            isProved &= answer.Status is PlacementStatus.Optimal or PlacementStatus.Infeasible;
            if (answer.Status != PlacementStatus.Infeasible) bound = Int128.Min(bound ?? Int128.MaxValue, Int128.Max(answer.Bound, Sum(chosen.Select(index => alone[index].Certificate!.Bound))));
            if (answer.Plans is null) continue;
            PlacementResult[] results = [.. alone.Select((result, index) => Array.IndexOf(chosen, index) is var at && at >= 0 ? answer.Plans[at] : LeftOut(result))];
            if (best is null || ObjectiveOf(results) < ObjectiveOf(best)) best = results;
        }

        return (best, isProved, bound ?? 0);
    }

    private static PlacementResult LeftOut(PlacementResult alone) => alone.Plan is null ? alone : alone with { Status = PlacementStatus.Infeasible, Plan = null, Score = null, Certificate = null };

    private static BatchResult Result(PlacementResult[] results, PlacementResult[] firstCome, PlacementResult[] alone, bool isSettled, Int128 bound)
    {
        Int128 objective = ObjectiveOf(results);
        bound = Int128.Min(bound, objective);
        return new BatchResult
        {
            Status = isSettled && bound == objective ? PlacementStatus.Optimal : PlacementStatus.Feasible,
            Orders = [.. results.Select((result, index) => WithBound(result, alone[index]))],
            Placed = results.Count(static result => result.Plan is not null),
            Objective = objective,
            Bound = bound,
            FirstComePlaced = firstCome.Count(static result => result.Plan is not null),
            FirstComeObjective = ObjectiveOf(firstCome),
        };
    }

    /// <summary>An order planned with others can be dearer than alone: its certificate says by how much at most.</summary>
    private static PlacementResult WithBound(PlacementResult result, PlacementResult alone)
    {
        if (result.Certificate is not { } certificate || alone.Certificate is not { } reference) return result;
        Int128 bound = Int128.Min(reference.Bound, certificate.Objective);
        bool isOptimal = bound == certificate.Objective;
        OptimalityCertificate stated = certificate with
        {
            Status = isOptimal ? PlacementStatus.Optimal : PlacementStatus.Feasible,
            Bound = bound,
            Gap = (double)(certificate.Objective - bound) / (double)Int128.Max(1, Int128.Abs(certificate.Objective)),
            ProblemHash = reference.ProblemHash,
        };
        return result with { Status = stated.Status, Certificate = stated };
    }

    private static Int128 ObjectiveOf(IEnumerable<PlacementResult> results) => Sum(results.Select(static result => result.Certificate?.Objective ?? 0));

    private static Int128 Sum(IEnumerable<Int128> values) => values.Aggregate((Int128)0, static (sum, value) => sum + value);

    private static IEnumerable<int[]> Choices(int[] from, int size) => Enumerable.Range(0, 1 << from.Length)
        .Where(mask => int.PopCount(mask) == size)
        .Select(mask => from.Where((_, bit) => (mask & (1 << bit)) != 0).ToArray());
}
