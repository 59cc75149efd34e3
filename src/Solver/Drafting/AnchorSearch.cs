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
    private readonly int _locations;

    /// <summary>A search over the ways of a model.</summary>
    public AnchorSearch(ScreenedProblem problem, Weights weights, BoundModel model, IReadOnlyList<RelationCosts> relations, IDraftJudge judge, Stopper stopper)
    {
        (_model, _stopper, _relations) = (model, stopper, [.. relations.Where(static relation => !relation.IsIdle)]);
        _locations = problem.Supply.Domains.CountryOfLocation.Length;
        _subsets = new SubsetDrafts(problem, model.Costs, relations, new ProviderCosts(problem, weights, hasFixed: true), judge);
    }

    /// <summary>Drafts near each of the locations where the order costs least in the relaxation.</summary>
    public IEnumerable<Draft> Drafts(BoundEvaluation evaluation)
    {
        List<(long Cost, int Anchor, bool[] IsNear)> anchors = [];
        long[][] least = [.. Enumerable.Range(0, _model.Lists.Length).Select(item => LeastByLocation(evaluation.RootAt(item)))];
        foreach (int anchor in _model.Lists.SelectMany(static list => list.Places).Distinct())
        {
            if (_stopper.IsDue) yield break;
            bool[] isNear = [.. Enumerable.Range(0, _locations).Select(location => IsNear(anchor, location))];
            if (CostNear(isNear, least) is var cost && cost < Cost.Infinite) anchors.Add((cost, anchor, isNear));
        }

        anchors.Sort(static (one, other) => (one.Cost, one.Anchor).CompareTo((other.Cost, other.Anchor)));
        foreach ((_, _, bool[] isNear) in anchors.Take(AnchorsMax))
        {
            if (_stopper.IsDue) yield break;
            foreach (Draft draft in _subsets.Of(item => WaysNear(item, isNear))) yield return draft;
        }
    }

    /// <summary>What having an item at each location costs in the relaxation, at least; infinite where it cannot be.</summary>
    private long[] LeastByLocation(TreeRoot root)
    {
        long[] least = new long[_locations];
        Array.Fill(least, Cost.Infinite);
        for (int site = 0; site < root.List.Count && !_stopper.IsDue; site++)
        {
            ref long known = ref least[root.List.Locations[site]];
            known = Math.Min(known, root.With(site, more: 0));
        }

        return least;
    }

    private static long CostNear(bool[] isNear, long[][] leastByItem)
    {
        long sum = 0;
        foreach (long[] ofItem in leastByItem)
        {
            long least = Cost.Infinite;
            for (int location = 0; location < isNear.Length; location++)
            {
                if (isNear[location]) least = Math.Min(least, ofItem[location]);
            }

            sum = Cost.Add(sum, least);
        }

        return sum;
    }

    private List<int> WaysNear(int item, bool[] isNear)
    {
        SiteList list = _model.Lists[item];
        ReadOnlySpan<int> active = list.Costs.Active;
        List<int> ways = [];
        for (int i = 0; i < active.Length; i++)
        {
            if (isNear[list.Locations[list.SiteOfWay[i]]]) ways.Add(active[i]);
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
