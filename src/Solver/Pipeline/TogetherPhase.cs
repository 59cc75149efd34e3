using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Drafting;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Looks for a good plan among those in which every item that can stays at one site. What it drops counts for these plans alone, so it works on ways of its own.</summary>
internal sealed class TogetherPhase : IDisposable
{
    private const int RoundsMax = 120;
    private const int RoundsBetweenDrops = 8;
    private const int ProviderTries = 24;
    private const double AssumedGap = 0.05;

    private readonly IReadOnlyList<ItemCosts> _all;
    private readonly ItemCosts[] _own;
    private readonly Weights _weights;
    private readonly Incumbent _incumbent;
    private readonly Stopper _stopper;
    private readonly BoundModel _model;
    private readonly Ascent _ascent;
    private readonly Drafts _drafts;
    private readonly Pace _pace = new();
    private bool _isSearching = true;
    private int _round;

    /// <summary>A phase over the ways that are active.</summary>
    public TogetherPhase(ScreenedProblem problem, Weights weights, IReadOnlyList<ItemCosts> costs, IReadOnlyList<RelationCosts> relations, Incumbent incumbent, Stopper stopper)
    {
        (_all, _weights, _incumbent, _stopper) = (costs, weights, incumbent, stopper);
        _own = [.. costs.Select(static item => item.Only(item.Active.ToArray()))];
        _model = new BoundModel(problem, _own, relations, new ProviderCosts(problem, weights, hasFixed: true));
        _ascent = new Ascent(problem, _model);
        _drafts = new Drafts(problem, weights, _model, relations, incumbent, stopper);
    }

    /// <summary>Whether no better plan of that kind is to be expected.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Goes on for some rounds, with the ways that are still active.</summary>
    /// <returns>Whether the incumbent is better now.</returns>
    public bool Advance()
    {
        long before = _incumbent.Cost;
        if (_round > 0 && Follow()) _model.Rebuild();
        do
        {
            IsOver = IsOver || !Step() || ++_round == RoundsMax || _pace.IsOver;
        }
        while (!IsOver && !_stopper.IsDue && _round % RoundsBetweenDrops != 0);
        return _incumbent.Cost < before;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (ItemCosts item in _own) item.Dispose();
    }

    /// <summary>Leaves out the ways that have been dropped since.</summary>
    private bool Follow()
    {
        bool dropped = false;
        for (int item = 0; item < _own.Length; item++)
        {
            int before = _own[item].Active.Length;
            int[] left = _all[item].Active.ToArray();
            _own[item].Keep(way => Array.BinarySearch(left, way) >= 0);
            dropped |= _own[item].Active.Length < before;
            IsOver |= _own[item].Active.Length == 0;
        }

        return dropped;
    }

    /// <summary>One round.</summary>
    /// <returns>Whether there is more to find.</returns>
    private bool Step()
    {
        TreeBound bound = new(_model, isTogether: true);
        if (bound.Total >= _incumbent.Cost) return false;
        bool isDropping = _round % RoundsBetweenDrops == 0;
        bool improved = _drafts.Try(bound.Choose());
        if (isDropping && _isSearching) improved |= _isSearching = _drafts.Search(new BoundEvaluation(_model), ProviderTries);
        if (bound.Total >= _incumbent.Cost) return false;
        if (_pace.Note(bound.Total, _incumbent.Cost)) _model.Remember();
        if (_pace.IsStuck)
        {
            _pace.Slow();
            _model.Recall();
        }
        else if ((improved || isDropping) && bound.Drop(_weights, _incumbent.Cost))
        {
            if (_own.Any(static item => item.Active.Length == 0)) return false;
            _model.Rebuild();
        }
        else
        {
            _ascent.Step(bound, _incumbent.Cost >= Cost.Infinite ? bound.Total * AssumedGap : _incumbent.Cost - bound.Total, _pace.Step);
        }

        return true;
    }
}
