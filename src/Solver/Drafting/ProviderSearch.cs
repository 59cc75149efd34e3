using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Drafting;

/// <summary>Looks for a small set of providers to place the whole order with: providers join, leave and take each other's place as long as that helps.</summary>
/// <remarks>Given the providers, their fees are spent and the relaxation over the rest, which relations couple, is close to exact.</remarks>
internal sealed class ProviderSearch
{
    private readonly ScreenedProblem _problem;
    private readonly Weights _weights;
    private readonly IReadOnlyList<ItemCosts> _costs;
    private readonly IReadOnlyList<RelationCosts> _relations;
    private readonly DraftJudge _judge;
    private readonly Dictionary<int, List<int>>[] _waysOfProvider;
    private readonly HashSet<string> _tried = new(StringComparer.Ordinal);
    private readonly CancellationToken _cancellationToken;
    private int _left;

    /// <summary>A search over the active ways.</summary>
    public ProviderSearch(ScreenedProblem problem, Weights weights, IReadOnlyList<ItemCosts> costs, IReadOnlyList<RelationCosts> relations, DraftJudge judge, int triesMax, CancellationToken cancellationToken)
    {
        (_problem, _weights, _costs, _relations, _judge, _left, _cancellationToken) = (problem, weights, costs, relations, judge, triesMax, cancellationToken);
        _waysOfProvider = [.. costs.Select(Group)];
    }

    /// <summary>The best draft found.</summary>
    public Draft? Best { get; private set; }

    /// <summary>Its cost, infinite without one.</summary>
    public long Cost { get; private set; } = Bounding.Cost.Infinite;

    /// <summary>Improves a set of providers.</summary>
    /// <param name="start">The set to start from.</param>
    /// <param name="promising">Providers that may join, most promising first.</param>
    public void Run(IReadOnlyCollection<int> start, IReadOnlyList<int> promising)
    {
        SortedSet<int> set = [.. start];
        Try(set);
        while (_left > 0 && !_cancellationToken.IsCancellationRequested && Improve(ref set, promising))
        {
        }
    }

    private bool Improve(ref SortedSet<int> set, IReadOnlyList<int> promising)
    {
        foreach (SortedSet<int> other in Neighbours(set, promising))
        {
            if (_left <= 0 || _cancellationToken.IsCancellationRequested) return false;
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
        if (Place(providers) is not { } draft) return false;
        long cost = _judge.Judge(draft);
        if (cost >= Cost) return false;
        (Best, Cost) = (draft, cost);
        return true;
    }

    private Draft? Place(SortedSet<int> providers)
    {
        ItemCosts[] costs = new ItemCosts[_costs.Count];
        try
        {
            for (int item = 0; item < costs.Length; item++)
            {
                int[] ways = [.. providers.SelectMany(provider => _waysOfProvider[item].TryGetValue(provider, out List<int>? own) ? own : [])];
                if (ways.Length == 0) return null;
                costs[item] = _costs[item].Only(ways);
            }

            BoundModel model = new(_problem, _weights, costs, _relations, hasFixedCosts: false);
            return new DraftBuilder(model, _judge).Build(new BoundEvaluation(model).Choose(isConsistent: true));
        }
        finally
        {
            foreach (ItemCosts? item in costs) item?.Dispose();
        }
    }

    private Dictionary<int, List<int>> Group(ItemCosts costs)
    {
        int[] providerOf = _problem.Supply.Domains.ProviderOf;
        Dictionary<int, List<int>> groups = [];
        foreach (int way in costs.Active)
        {
            int provider = providerOf[costs.Item.Ways.Pools[way]];
            if (!groups.TryGetValue(provider, out List<int>? ways)) groups[provider] = ways = [];
            ways.Add(way);
        }

        return groups;
    }
}
