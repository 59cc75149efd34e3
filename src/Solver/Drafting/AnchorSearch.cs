using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Drafting;

/// <summary>Drafts of the whole order near one location: so near that the strictest relation would be kept to it. For orders whose relations leave few plans.</summary>
internal sealed class AnchorSearch
{
    private const int AnchorsMax = 8;

    private readonly BoundModel _model;
    private readonly RelationCosts[] _relations;
    private readonly SubsetDrafts _subsets;
    private readonly Stopper _stopper;

    /// <summary>A search over the ways of a model.</summary>
    public AnchorSearch(ScreenedProblem problem, Weights weights, BoundModel model, IReadOnlyList<RelationCosts> relations, IDraftJudge judge, Stopper stopper)
    {
        (_model, _stopper, _relations) = (model, stopper, [.. relations.Where(static relation => !relation.IsIdle)]);
        _subsets = new SubsetDrafts(problem, model.Costs, relations, new ProviderCosts(problem, weights, hasFixed: true), judge);
    }

    /// <summary>Drafts near each of the locations where the order costs least in the relaxation.</summary>
    public IEnumerable<Draft> Drafts(BoundEvaluation evaluation)
    {
        TreeRoot[] roots = [.. Enumerable.Range(0, _model.Lists.Length).Select(evaluation.RootAt)];
        IEnumerable<int> anchors = _model.Lists.SelectMany(static list => list.Places).Distinct()
            .Select(anchor => (Anchor: anchor, Cost: CostNear(anchor, roots)))
            .Where(static known => known.Cost < Cost.Infinite)
            .Order(Comparer<(int Anchor, long Cost)>.Create(static (one, other) => (one.Cost, one.Anchor).CompareTo((other.Cost, other.Anchor))))
            .Take(AnchorsMax)
            .Select(static known => known.Anchor);
        foreach (int anchor in anchors)
        {
            if (_stopper.IsDue) yield break;
            foreach (Draft draft in _subsets.Of(item => WaysNear(item, anchor))) yield return draft;
        }
    }

    private long CostNear(int anchor, TreeRoot[] roots)
    {
        long sum = 0;
        foreach (TreeRoot root in roots)
        {
            long least = Cost.Infinite;
            for (int site = 0; site < root.List.Count; site++)
            {
                if (IsNear(anchor, root.List.Locations[site])) least = Math.Min(least, root.With(site, more: 0));
            }

            sum = Cost.Add(sum, least);
        }

        return sum;
    }

    private List<int> WaysNear(int item, int anchor)
    {
        SiteList list = _model.Lists[item];
        ReadOnlySpan<int> active = list.Costs.Active;
        List<int> ways = [];
        for (int i = 0; i < active.Length; i++)
        {
            if (IsNear(anchor, list.Locations[list.SiteOfWay[i]])) ways.Add(active[i]);
        }

        return ways;
    }

    private bool IsNear(int anchor, int location)
    {
        if (anchor == location) return true;
        foreach (RelationCosts relation in _relations)
        {
            if (relation.Between(location, anchor) >= Cost.Infinite) return false;
        }

        return true;
    }
}
