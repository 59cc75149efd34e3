using System.Numerics;
using Fulcrum.Solver.Exact;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Scoring;

namespace Fulcrum.Solver.Search;

/// <summary>Minimises one term after the other, each held within its tolerance from then on, and answers with the lexicographically least plan within.</summary>
internal sealed class LexicographicSearch(PlacementModel model, SearchLimits limits, CancellationToken cancellationToken)
{
    private readonly IReadOnlyList<LexicographicTerm> _order = model.Problem.Source.Order.Objective.Order;
    private readonly List<StageResult> _stages = [];
    private PlanView? _plan;
    private bool _isProved = true;

    /// <summary>Searches a model that holds every rule.</summary>
    public Answer Run()
    {
        foreach (LexicographicTerm stage in _order)
        {
            SearchOutcome outcome = Minimise(stage.Term);
            if (_plan is null) return Answer.WithoutPlan(outcome.Status);
            long value = Value(stage.Term);
            _stages.Add(new StageResult(stage.Term, value, outcome.Bound));
            Hold(stage.Term, stage == _order[^1] ? value : Tolerated(value, stage.Tolerance));
        }

        if (_order.Count == 0) return RunWithoutTerms();
        foreach (StageResult stage in _stages.SkipLast(1)) Tighten(stage);
        return Conclude();
    }

    private static long Tolerated(long value, decimal tolerance) =>
        (long)BigInteger.Min(long.MaxValue, value + (Ratio.Of(value) * Ratio.Of(tolerance)).Floor());

    private Answer RunWithoutTerms()
    {
        SearchOutcome outcome = Search(new LinearSum());
        return _plan is null
            ? Answer.WithoutPlan(outcome.Status)
            : new Answer(PlacementStatus.Optimal, _plan, 0, ProofKind.Search, []);
    }

    /// <summary>The least value of an earlier term under all caps; nothing to do when the plan has it already.</summary>
    private void Tighten(StageResult stage)
    {
        if (Value(stage.Term) > stage.BoundMicros) Minimise(stage.Term);
        Hold(stage.Term, Value(stage.Term));
    }

    private Answer Conclude()
    {
        StageResult last = _stages[^1] with { ValueMicros = Value(_stages[^1].Term) };
        _stages[^1] = last with { BoundMicros = Math.Min(last.BoundMicros, last.ValueMicros) };
        return _isProved
            ? new Answer(PlacementStatus.Optimal, _plan, _stages[^1].BoundMicros, ProofKind.Search, _stages)
            : new Answer(PlacementStatus.Feasible, _plan, _stages[^1].BoundMicros, ProofKind.TimeLimit, _stages);
    }

    private long Value(ObjectiveTerm term) => PlanScorer.Score(_plan!).Term(term);

    private void Hold(ObjectiveTerm term, long cap) => model.Builder.AddAtMost(model.Term(term), cap);

    private SearchOutcome Minimise(ObjectiveTerm term)
    {
        long? known = _plan is null ? null : Value(term);
        if (known == 0) return SearchOutcome.Nothing;
        PlanView? before = _plan;
        SearchOutcome outcome = Search(model.Term(term));
        if (known is { } value && Value(term) > value) _plan = before;
        return outcome;
    }

    private SearchOutcome Search(LinearSum sum)
    {
        SearchOutcome outcome = CpSatSearch.Minimise(model, sum, limits, cancellationToken);
        _isProved &= outcome.Status == PlacementStatus.Optimal;
        if (outcome.Plan is null) return outcome;
        _plan = outcome.Plan;
        model.Builder.Hint(outcome.Values.Select((value, index) => (new CpVariable(index, 0), value)));
        return outcome;
    }
}
