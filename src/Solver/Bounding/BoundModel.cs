using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Bounding;

/// <summary>A relaxation of a weighted problem: fixed costs of providers are shared out over the items by multipliers, relations act along a forest, other rules that couple items are left out.</summary>
/// <remarks>
/// For any multipliers that add up to at most a provider's fixed cost, the least cost of this relaxation is a bound. A replica of an item that can have at most m
/// replicas at a provider pays an m-th of the item's share.
/// </remarks>
internal sealed class BoundModel
{
    private readonly ScreenedProblem _problem;
    private readonly ProviderCosts _providerCosts;
    private readonly ItemCaps[] _caps;

    /// <summary>A relaxation of the active ways.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="weights">Weights of the terms.</param>
    /// <param name="costs">Ways by item.</param>
    /// <param name="relations">What relations cost, in the order of the order.</param>
    /// <param name="hasFixedCosts">Whether using a provider costs something beside replicas.</param>
    public BoundModel(ScreenedProblem problem, Weights weights, IReadOnlyList<ItemCosts> costs, IReadOnlyList<RelationCosts> relations, bool hasFixedCosts = true)
    {
        (_problem, Weights) = (problem, weights);
        _providerCosts = new ProviderCosts(problem, weights, hasFixedCosts);
        _caps = [.. problem.Items.Select(static item => new ItemCaps(item.Definition))];
        Forest = new RelationForest(problem.Items.Count, relations);
        Prices = new CapacityPrices(problem.Supply);
        Nearness = new NearnessShares(Forest, problem.Source.Market.Locations.Count);
        Roots = [.. Forest.Component];
        Lists = [];
        Fillings = [];
        Costs = costs;
        Rebuild();
    }

    /// <summary>Weights of the terms.</summary>
    public Weights Weights { get; }

    /// <summary>Costs of the ways, by item.</summary>
    public IReadOnlyList<ItemCosts> Costs { get; }

    /// <summary>The forest of relations.</summary>
    public RelationForest Forest { get; }

    /// <summary>Prices of scarce units.</summary>
    public CapacityPrices Prices { get; }

    /// <summary>What comes off the least cost of the relaxation.</summary>
    public long Loss => _providerCosts.Loss - Prices.Loss;

    /// <summary>Shares of the cost of being near.</summary>
    public NearnessShares Nearness { get; }

    /// <summary>The item from which a tree's bound was best, by number of the tree.</summary>
    public int[] Roots { get; }

    /// <summary>Sites by item.</summary>
    public SiteList[] Lists { get; private set; }

    /// <summary>Fillings by item.</summary>
    public Filling[] Fillings { get; private set; }

    /// <summary>Shares of fixed costs.</summary>
    public Multipliers Multipliers { get; private set; } = null!;

    /// <summary>What providers cost beside replicas.</summary>
    public ProviderCosts ProviderCosts => _providerCosts;

    /// <summary>Caps by item.</summary>
    public IReadOnlyList<ItemCaps> Caps => _caps;

    /// <summary>Reads the active ways again; multipliers keep their shares where items are left that can pay them.</summary>
    public void Rebuild()
    {
        Multipliers? before = Multipliers;
        Lists = [.. Costs.Select((costs, item) => SiteList.Of(_problem, costs, _caps[item], Prices))];
        Fillings = [.. Lists.Select(FillingOf)];
        Multipliers = new Multipliers(Lists, _caps, _providerCosts, before);
    }

    /// <summary>What a replica costs at each site of an item, but for relations of the forest and fixed costs: its first block, and traffic to users.</summary>
    public long[] OwnCosts(int item)
    {
        SiteList list = Lists[item];
        long traffic = list.Costs.Item.UserTrafficMiB;
        long[] own = new long[list.Count];
        for (int site = 0; site < own.Length; site++)
        {
            own[site] = Cost.Add(list.First(site), _providerCosts.OfTraffic(list.Providers[site], traffic));
        }

        foreach (RelationCosts relation in Forest.Folded)
        {
            if (relation.From == item) AddLeast(relation, own);
        }

        return own;
    }

    /// <summary>The item's share of the fixed cost of each site's provider.</summary>
    public long[] SharesOf(int item)
    {
        long[] shares = new long[Lists[item].Count];
        for (int site = 0; site < shares.Length; site++) shares[site] = Fillings[item].IsExact ? Multipliers.Share(item, site) : Multipliers.PerReplica(item, site);
        return shares;
    }

    /// <summary>Keeps the present multipliers, to go back to.</summary>
    public void Remember()
    {
        Multipliers.Remember();
        _providerCosts.Remember();
        Nearness.Remember();
        Prices.Remember();
    }

    /// <summary>Goes back to the multipliers kept last.</summary>
    public void Recall()
    {
        _providerCosts.Recall();
        Multipliers.Recall(_providerCosts);
        Nearness.Recall();
        if (Prices.IsEmpty) return;
        Prices.Recall();
        Rebuild();
    }

    private void AddLeast(RelationCosts relation, long[] own)
    {
        SiteList list = Lists[relation.From];
        int[] targets = [.. Lists[relation.To].Locations.Distinct()];
        Dictionary<int, long> least = [];
        for (int site = 0; site < own.Length; site++)
        {
            if (!least.TryGetValue(list.Locations[site], out long cost))
            {
                least[list.Locations[site]] = cost = targets.Length == 0 ? Cost.Infinite : targets.Min(target => relation.Between(list.Locations[site], target));
            }

            own[site] = Cost.Add(own[site], cost);
        }
    }

    private Filling FillingOf(SiteList list, int item) => new(list, _caps[item], way => _problem.RankOf(list.Costs.Item.Ways.Pools[way]));
}
