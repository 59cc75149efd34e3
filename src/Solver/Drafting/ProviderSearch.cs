using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Drafting;

/// <summary>Looks for a small set of providers to place the whole order with: providers join, leave and take each other's place as long as that helps.</summary>
/// <remarks>Given the providers, their fees are spent and the relaxation over the rest, which relations couple, is close to exact.</remarks>
internal sealed class ProviderSearch
{
    private readonly IDraftJudge _judge;
    private readonly SubsetDrafts _subsets;
    private readonly Stopper _stopper;
    private readonly HashSet<string> _tried = new(StringComparer.Ordinal);
    private WaysByProvider _ways;
    private int _left;

    /// <summary>A search over the ways of a problem.</summary>
    public ProviderSearch(ScreenedProblem problem, Weights weights, IReadOnlyList<ItemCosts> costs, IReadOnlyList<RelationCosts> relations, IDraftJudge judge, Stopper stopper)
    {
        (_judge, _stopper) = (judge, stopper);
        _subsets = new SubsetDrafts(problem, costs, relations, new ProviderCosts(problem, weights, hasFixed: false), judge);
        _ways = new WaysByProvider(costs);
    }

    /// <summary>The best draft found.</summary>
    public Draft? Best { get; private set; }

    /// <summary>Its cost, infinite without one.</summary>
    public long Cost { get; private set; } = Bounding.Cost.Infinite;

    /// <summary>Improves a set of providers.</summary>
    /// <param name="start">The set to start from.</param>
    /// <param name="promising">Providers that may join, most promising first.</param>
    /// <param name="ways">The ways to use.</param>
    /// <param name="triesMax">So many sets are tried.</param>
    public void Run(IReadOnlyCollection<int> start, IReadOnlyList<int> promising, WaysByProvider ways, int triesMax)
    {
        (_ways, _left) = (ways, triesMax);
        SortedSet<int> set = [.. start];
        Try(set);
        while (_left > 0 && !_stopper.IsDue && Improve(ref set, promising))
        {
        }
    }

    private bool Improve(ref SortedSet<int> set, IReadOnlyList<int> promising)
    {
        foreach (SortedSet<int> other in Neighbours(set, promising))
        {
            if (_left <= 0 || _stopper.IsDue) return false;
            if (!Try(other)) continue;
            set = other;
            return true;
        }

        return false;
    }

    private static IEnumerable<SortedSet<int>> Neighbours(SortedSet<int> set, IReadOnlyList<int> promising)
    {
        foreach (int provider in set)
        {
            if (set.Count > 1) yield return [.. set.Where(other => other != provider)];
        }

        foreach (int joining in promising.Where(provider => !set.Contains(provider))) yield return [.. set, joining];
        foreach (int joining in promising.Where(provider => !set.Contains(provider)))
        {
            foreach (int leaving in set) yield return [.. set.Where(other => other != leaving), joining];
        }
    }

    private bool Try(SortedSet<int> providers)
    {
        if (!_tried.Add(string.Join(',', providers))) return false;
        _left--;
        long before = Cost;
        foreach (Draft draft in _subsets.Of(item => WaysOf(item, providers)))
        {
            long cost = _judge.Judge(draft);
            if (cost < Cost) (Best, Cost) = (draft, cost);
        }

        return Cost < before;
    }

    private List<int> WaysOf(int item, SortedSet<int> providers)
    {
        List<int> ways = [];
        foreach (int provider in providers) ways.AddRange(_ways.Of(item, provider));
        return ways;
    }
}
