using System.Numerics;
using Fulcrum.Solver.Alternatives;
using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Drafting;
using Fulcrum.Solver.Exact;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Minimises one term after the other, each a problem of its own with those before it held, and answers with the lexicographically least plan within.</summary>
internal sealed class LexicographicPipeline
{
    private const double PartsOfLastTerm = 10.0 / 9;

    private readonly ScreenedProblem _problem;
    private readonly TermJudges _judges;
    private readonly SearchLimits _limits;
    private readonly StageLog _log;
    private readonly CancellationToken _cancellationToken;
    private readonly IReadOnlyList<LexicographicTerm> _order;
    private readonly SortedDictionary<ObjectiveTerm, long> _caps = [];
    private readonly List<StageResult> _stages = [];
    private WaySelection _ways;
    private PlanView? _plan;
    private bool _isProved = true;
    private ProofKind _proof = ProofKind.Relaxation;
    private int _left;

    private LexicographicPipeline(ScreenedProblem problem, TermJudges judges, SearchLimits limits, StageLog log, CancellationToken cancellationToken)
    {
        (_problem, _judges, _limits, _log, _cancellationToken) = (problem, judges, limits, log, cancellationToken);
        _order = problem.Source.Order.Objective.Order;
        _left = (2 * _order.Count) - 1;
        _ways = WaySelection.All(problem);
    }

    /// <summary>Solves a problem of which every item has a way. Where terms are too large for the bounds, or none is named, the plain model is searched.</summary>
    public static Answer Run(ScreenedProblem problem, SearchLimits limits, StageLog log, CancellationToken cancellationToken)
    {
        Dominance.Apply(problem, log);
        if (problem.Source.Order.Objective.Order.Count > 0 && Enum.GetValues<ObjectiveTerm>().All(term => IsNarrow(problem, term)))
        {
            using TermJudges judges = new(problem);
            return new LexicographicPipeline(problem, judges, limits, log, cancellationToken).Run();
        }

        return limits.IsExhausted ? Answer.Unknown : new LexicographicSearch(new PlacementModel(ProblemCompiler.Compile(problem, chosen: null)), limits, cancellationToken).Run();
    }

    private static bool IsNarrow(ScreenedProblem problem, ObjectiveTerm term)
    {
        Weights weights = TermAim.WeightsOf(term, TermAim.WeightThousandths, []);
        ItemCosts[] costs = WaySelection.All(problem).Costs(problem, weights);
        bool isNarrow = Magnitude.IsNarrow(problem, weights, costs);
        foreach (ItemCosts item in costs) item.Dispose();
        return isNarrow;
    }

    private Answer Run()
    {
        foreach (TermCeiling ceiling in _problem.Source.Side.Ceilings) Hold(ceiling.Term, ceiling.MostMicros);
        foreach (LexicographicTerm stage in _order)
        {
            Answer answer = Minimise(stage.Term, boundMicros: 0);
            if (_plan is null) return Answer.WithoutPlan(answer.Status);
            long value = Value(stage.Term);
            _stages.Add(new StageResult(stage.Term, value, Math.Min(value, Micros(answer.Bound))));
            Hold(stage.Term, stage == _order[^1] ? value : Tolerated(value, stage.Tolerance));
        }

        foreach (StageResult stage in _stages.SkipLast(1))
        {
            Minimise(stage.Term, stage.BoundMicros);
            Hold(stage.Term, Value(stage.Term));
        }

        return Conclude();
    }

    /// <summary>The least value of a term under the caps so far; nothing to do when the plan is at the bound already.</summary>
    private Answer Minimise(ObjectiveTerm term, long boundMicros)
    {
        SearchLimits part = _limits.Part(PartsFor(_left--));
        if (_plan is not null && Value(term) <= boundMicros) return new Answer(PlacementStatus.Optimal, _plan, (Int128)boundMicros * TermAim.WeightThousandths, ProofKind.Relaxation, []);
        ScreenedProblem problem = _problem.With(ObjectiveOf(term), SideOf());
        TermBounding bounding = NewBounding(problem, term, part);
        bounding.Start(_plan, boundMicros);
        Answer answer = new TermPipeline(problem, bounding, [.. _caps.Where(cap => cap.Key != term)], part, _log, _cancellationToken).Run();
        _isProved &= answer.Status == PlacementStatus.Optimal;
        if (answer.Proof != ProofKind.Relaxation) _proof = ProofKind.Search;
        _plan = answer.Plan ?? _plan;
        return answer;
    }

    /// <summary>Terms share the time that is left evenly and leave a tenth for tightening those before the last.</summary>
    private double PartsFor(int left)
    {
        int terms = left - (_order.Count - 1);
        if (terms > 1) return terms;
        return terms == 1 && _order.Count > 1 ? PartsOfLastTerm : Math.Max(1, left);
    }

    /// <summary>Holds a term, and leaves out the ways with which it would be exceeded.</summary>
    private void Hold(ObjectiveTerm term, long most)
    {
        if (_caps.TryGetValue(term, out long known) && known <= most) return;
        _caps[term] = most;
        if (_left == 0 || _limits.IsExhausted || !_log.IsOn(PipelineStages.Bounding) || SingleReplica.Is(_problem.Source.Order.Items)) return;
        TermBounding bounding = NewBounding(_problem.With(ObjectiveOf(term), SideOf()), term, _limits.Part(2));
        bounding.KeepWithin(most);
        _ways = bounding.Ways;
    }

    private TermBounding NewBounding(ScreenedProblem problem, ObjectiveTerm term, SearchLimits limits) => new(problem, term, _judges, limits, _log, _cancellationToken) { Ways = _ways };

    private SideConditions SideOf() => _problem.Source.Side with { Ceilings = [.. _caps.Select(static cap => new TermCeiling(cap.Key, cap.Value))] };

    private static Objective ObjectiveOf(ObjectiveTerm term) => new()
    {
        PriceWeightThousandths = term == ObjectiveTerm.Price ? TermAim.WeightThousandths : 0,
        LocalityWeightThousandths = term == ObjectiveTerm.Locality ? TermAim.WeightThousandths : 0,
        SovereigntyWeightThousandths = term == ObjectiveTerm.Sovereignty ? TermAim.WeightThousandths : 0,
    };

    private static long Tolerated(long value, decimal tolerance) =>
        (long)BigInteger.Min(long.MaxValue, value + (Ratio.Of(value) * Ratio.Of(tolerance)).Floor());

    private static long Micros(Int128 thousandths) => (long)((thousandths + TermAim.WeightThousandths - 1) / TermAim.WeightThousandths);

    private long Value(ObjectiveTerm term) => PlanScorer.Score(_plan!).Term(term);

    private Answer Conclude()
    {
        StageResult last = _stages[^1] with { ValueMicros = Value(_stages[^1].Term) };
        _stages[^1] = last with { BoundMicros = Math.Min(last.BoundMicros, last.ValueMicros) };
        return _isProved
            ? new Answer(PlacementStatus.Optimal, _plan, _stages[^1].BoundMicros, _proof, _stages)
            : new Answer(PlacementStatus.Feasible, _plan, _stages[^1].BoundMicros, ProofKind.TimeLimit, _stages);
    }
}
