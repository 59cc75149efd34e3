using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>Enumerates every plan of a small problem. Capacity, which only ever gets tighter, is all that prunes.</summary>
internal sealed class BruteForce
{
    private readonly PlacementProblem _problem;
    private readonly NaiveJudge _judge;
    private readonly int[][] _allowed;
    private readonly int[][] _counts;
    private readonly List<(Worth Worth, int[][] Counts)> _feasible = [];
    private int _feasiblePlans;

    private readonly Func<Plan, bool>? _accepts;

    private BruteForce(PlacementProblem problem, NaiveJudge judge, Func<Plan, bool>? accepts)
    {
        _accepts = accepts;
        _problem = problem;
        _judge = judge;
        _allowed = [.. judge.Ways.Select(ways => Enumerable.Range(0, ways.Length).Where(way => ways[way].Allowed).ToArray())];
        _counts = [.. judge.Ways.Select(ways => new int[ways.Length])];
    }

    /// <summary>Feasibility and optimum.</summary>
    public static OracleAnswer Solve(PlacementProblem problem) => Solve(problem, new NaiveJudge(problem));

    /// <summary>Feasibility and optimum, with a judge of the same problem.</summary>
    public static OracleAnswer Solve(PlacementProblem problem, NaiveJudge judge) => Solve(problem, judge, accepts: null);

    /// <summary>Feasibility and optimum among the plans that a condition accepts.</summary>
    public static OracleAnswer Solve(PlacementProblem problem, Func<Plan, bool> accepts) => Solve(problem, new NaiveJudge(problem), accepts);

    private static OracleAnswer Solve(PlacementProblem problem, NaiveJudge judge, Func<Plan, bool>? accepts)
    {
        BruteForce search = new(problem, judge, accepts);
        search.Enumerate(0, 0, problem.Order.Items[0].Quantity);
        if (search._feasible.Count == 0) return OracleAnswer.Infeasible;
        return problem.Order.Objective.Mode == ObjectiveMode.Weighted ? search.LeastWeighted() : search.LeastInOrder();
    }

    /// <summary>Number of plans there would be if everything had room: compositions of each quantity over the ways allowed.</summary>
    public static double CountPlans(PlacementProblem problem, NaiveJudge judge)
    {
        double plans = 1;
        for (int item = 0; item < judge.Ways.Length; item++)
        {
            int allowed = judge.Ways[item].Count(way => way.Allowed);
            int quantity = problem.Order.Items[item].Quantity;
            double compositions = allowed == 0 ? 0 : 1;
            for (int chosen = 1; chosen <= quantity; chosen++) compositions = compositions * (allowed - 1 + chosen) / chosen;
            plans *= compositions;
        }

        return plans;
    }

    public static Plan PlanOf(NaiveJudge judge, int[][] counts) => new(
        [.. judge.Ways.SelectMany((ways, item) => ways.Select((way, index) => way.Line(counts[item][index]))).Where(line => line.Quantity > 0)]);

    private void Enumerate(int item, int position, int left)
    {
        if (left == 0)
        {
            if (!_judge.FitsCapacity(_counts)) return;
            if (item + 1 < _counts.Length) Enumerate(item + 1, 0, _problem.Order.Items[item + 1].Quantity);
            else Judge();
            return;
        }

        if (position == _allowed[item].Length) return;
        int way = _allowed[item][position];
        for (int count = 0; count <= left; count++)
        {
            _counts[item][way] = count;
            Enumerate(item, position + 1, left - count);
        }

        _counts[item][way] = 0;
    }

    private void Judge()
    {
        if (_judge.WorthOf(_counts) is not { } worth || !_judge.IsFeasible(_counts, worth)) return;
        if (_accepts is not null && !_accepts(PlanOf(_judge, _counts))) return;
        _feasiblePlans++;
        Objective objective = _problem.Order.Objective;
        if (objective.Mode == ObjectiveMode.Weighted && _feasible.Count > 0)
        {
            if (_feasible[0].Worth.Weighted(objective) <= worth.Weighted(objective)) return;
            _feasible.Clear();
        }

        _feasible.Add((worth, [.. _counts.Select(counts => counts.ToArray())]));
    }

    private OracleAnswer LeastWeighted()
    {
        (Worth worth, int[][] counts) = _feasible[0];
        return new(PlanOf(_judge, counts), worth.Weighted(_problem.Order.Objective), [], [], _feasiblePlans);
    }

    private OracleAnswer LeastInOrder()
    {
        IReadOnlyList<LexicographicTerm> order = _problem.Order.Objective.Order;
        List<(Worth Worth, int[][] Counts)> left = _feasible;
        List<long> values = [];
        for (int stage = 0; stage < order.Count; stage++)
        {
            ObjectiveTerm term = order[stage].Term;
            long value = left.Min(plan => plan.Worth.Term(term));
            long cap = stage == order.Count - 1 ? value : value + Quotient.Read(order[stage].Tolerance).Times(value).RoundedDown();
            left = left.FindAll(plan => plan.Worth.Term(term) <= cap);
            values.Add(value);
        }

        foreach (LexicographicTerm term in order)
        {
            long least = left.Min(plan => plan.Worth.Term(term.Term));
            left = left.FindAll(plan => plan.Worth.Term(term.Term) == least);
        }

        long[] tuple = [.. order.Select(term => left[0].Worth.Term(term.Term))];
        return new(PlanOf(_judge, left[0].Counts), tuple[^1], values, tuple, _feasiblePlans);
    }
}
