using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Drafting;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Narrows a weighted problem from both sides: multipliers lift the bound, drafts lower the incumbent, and ways that cannot be part of a better plan are dropped.</summary>
internal sealed class BoundingPhase
{
    private const int RoundsMax = 150;
    private const int RoundsOfFew = 40;
    private const int FewWays = 1_500;
    private const int ManyWays = 10_000;
    private const int RoundsBetweenDrops = 4;
    private const int RoundsBetweenDropsOfMany = 8;
    private const int RoundsBetweenSearches = 8;
    private const int ProviderTries = 24;
    private const double AssumedGap = 0.05;
    private const int FarAway = 2;
    private const int CloseParts = 200;

    private readonly Weights _weights;
    private readonly RelationCosts[] _relations;
    private readonly BoundModel _model;
    private readonly Ascent _ascent;
    private readonly Drafts _drafts;
    private readonly FirstPlan _first;
    private readonly Stopper _stopper;
    private readonly SearchLimits _limits;
    private readonly Incumbent _incumbent;
    private readonly StageLog _log;

    /// <summary>A phase over all ways of a problem.</summary>
    public BoundingPhase(ScreenedProblem problem, Weights weights, IReadOnlyList<ItemCosts> costs, Incumbent incumbent, SearchLimits limits, StageLog log, CancellationToken cancellationToken)
    {
        (_weights, _incumbent, _limits, _log) = (weights, incumbent, limits, log);
        _stopper = new Stopper(limits, cancellationToken);
        _relations = [.. problem.Relations.Select(relation => new RelationCosts(relation, problem.Supply.Domains, weights))];
        _model = new BoundModel(problem, costs, _relations, new ProviderCosts(problem, weights, hasFixed: true));
        _ascent = new Ascent(problem, _model);
        _drafts = new Drafts(problem, weights, _model, _relations, incumbent, _stopper);
        _first = new FirstPlan(problem, _model, incumbent, limits, cancellationToken);
    }

    /// <summary>No plan costs less; infinite when none exists, or none better than the incumbent.</summary>
    public long Bound { get; private set; } = long.MinValue;

    /// <summary>The bound before any multiplier has moved.</summary>
    public long RootBound { get; private set; } = long.MinValue;

    /// <summary>Whether nothing can be better than the incumbent, or no plan exists.</summary>
    public bool IsClosed => Bound >= _incumbent.Cost;

    /// <summary>The relaxation.</summary>
    public BoundModel Model => _model;

    /// <summary>What relations cost.</summary>
    public IReadOnlyList<RelationCosts> Relations => _relations;

    /// <summary>Whether there is no plan, or none that is any good.</summary>
    private bool IsFar => _incumbent.Cost / FarAway > Bound;

    /// <summary>Whether the plan is so good that looking for a better one is not worth while.</summary>
    private bool IsClose => IsClosed || (_incumbent.Cost < Cost.Infinite && _incumbent.Cost - Bound < (_incumbent.Cost - (long)_incumbent.Aim.Offset) / CloseParts);

    private int Ways => _model.Costs.Sum(static costs => costs.Active.Length);

    /// <summary>Runs until the gap is closed or progress ends; of few ways not for long, since dividing a problem of few ways is cheaper than many rounds.</summary>
    public void Run()
    {
        Pace pace = new();
        int pause = RoundsBetweenSearches;
        int search = 0;
        for (int round = 0; round < RoundsMax && !pace.IsOver && !(round >= RoundsOfFew && Ways <= FewWays); round++)
        {
            BoundEvaluation evaluation = new(_model);
            bool isDropping = round % (Ways <= ManyWays ? RoundsBetweenDrops : RoundsBetweenDropsOfMany) == 0;
            long total = evaluation.Total(evaluation.LeastByItem(isDropping));
            Raise(total);
            if (IsClosed || (_stopper.IsDue && round > 0)) return;
            bool isDrafting = _log.IsOn(PipelineStages.Drafting);
            bool improved = isDrafting && _drafts.Try(evaluation.ChoosePlan(first: round % 2 == 0 ? null : round / 2 % _model.Lists.Length));
            if (isDropping && isDrafting && round >= search && !IsClose && !_stopper.IsDue)
            {
                improved |= _drafts.Search(evaluation, round == 0 ? 0 : ProviderTries, IsFar);
                (search, pause) = (round + pause, 2 * pause);
            }

            if (round == 0 && isDrafting && IsFar && !_stopper.IsDue) improved |= _first.Find(evaluation);
            if (improved) Report();
            if (IsClosed || _stopper.IsDue) return;
            if (pace.Note(total, _incumbent.Cost)) _model.Remember();
            if (pace.IsStuck)
            {
                pace.Slow();
                _model.Recall();
                continue;
            }

            if ((isDropping || improved) && Drop(evaluation)) continue;
            if (IsClosed) return;
            _ascent.Step(evaluation, RelaxedAnswer.Of(_model, evaluation), _incumbent.Cost >= Cost.Infinite ? Math.Abs((double)total) * AssumedGap : _incumbent.Cost - total, pace.Step);
        }
    }

    private bool Drop(BoundEvaluation evaluation)
    {
        if (!_log.IsOn(PipelineStages.Dropping)) return false;
        bool dropped = new WayDropping(_model, _weights, evaluation).Run(_incumbent.Cost);
        if (_model.Costs.Any(static costs => costs.Active.Length == 0)) Bound = Cost.Infinite;
        if (IsClosed || !dropped) return false;
        _model.Rebuild();
        return true;
    }

    private void Raise(long total)
    {
        long bound = total >= Cost.Infinite ? Cost.Infinite : _weights.RoundUp(total);
        if (bound <= Bound) return;
        if (RootBound == long.MinValue) RootBound = bound;
        Bound = bound;
        Report();
    }

    private void Report() => _limits.Report(_incumbent.Plan is null ? null : _incumbent.Cost, Math.Min(Bound, _incumbent.Cost));
}
