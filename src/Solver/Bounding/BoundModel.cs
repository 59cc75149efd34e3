using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Bounding;

/// <summary>A relaxation of a weighted problem: fixed costs of providers are shared out over the items by multipliers, relations are told along trees or paid for, other rules that couple items are left out.</summary>
/// <remarks>
/// For any multipliers that add up to at most a provider's fixed cost, the least cost of this relaxation is a bound. A replica of an item that can have at most m
/// replicas at a provider pays an m-th of the item's share.
/// </remarks>
internal sealed class BoundModel
{
    private readonly ScreenedProblem _problem;
    private readonly ItemCaps[] _caps;
    private readonly IReadOnlyList<RelationCosts> _relations;

    /// <summary>A relaxation of the active ways.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="costs">Ways by item.</param>
    /// <param name="relations">What relations cost, in the order of the order.</param>
    /// <param name="providerCosts">What providers cost.</param>
    public BoundModel(ScreenedProblem problem, IReadOnlyList<ItemCosts> costs, IReadOnlyList<RelationCosts> relations, ProviderCosts providerCosts)
    {
        (_problem, Costs, ProviderCosts, _relations) = (problem, costs, providerCosts, relations);
        _caps = [.. problem.Items.Select(static item => new ItemCaps(item.Definition))];
        Graph = new RelationGraph([.. problem.Items.Select(static item => item.Definition.Quantity)], relations);
        Prices = new CapacityPrices(problem.Supply);
        Charges = new Charges(Graph);
        Nearness = new NearnessPrices(Graph, [.. _problem.Items.Select(static item => item.Definition.Quantity)], problem.Supply.Domains.Sites.Length);
        Multipliers = providerCosts.HasFixed ? new Multipliers(_caps, providerCosts, problem.Source.Providers.Count) : null;
        (Lists, Fillings, Edges) = ([], [], []);
        Rebuild();
    }

    /// <summary>Costs of the ways, by item.</summary>
    public IReadOnlyList<ItemCosts> Costs { get; }

    private BoundModel(BoundModel model)
    {
        (_problem, Costs, ProviderCosts, _relations, _caps) = (model._problem, model.Costs, model.ProviderCosts, model._relations, model._caps);
        Graph = new RelationGraph([.. model.Lists.Select(static _ => 1)], _relations);
        Charges = new Charges(Graph);
        Nearness = new NearnessPrices(Graph, [.. model.Lists.Select(static _ => 1)], _problem.Supply.Domains.Sites.Length);
        (Prices, Multipliers, Lists, Fillings) = (model.Prices, model.Multipliers, model.Lists, model.Fillings);
        Edges = [.. Graph.Relations.Select((relation, number) => NewEdge(relation, number, Graph.IsCut(number)))];
    }

    private BoundModel(BoundModel same, ProviderCosts providerCosts)
    {
        (_problem, Costs, ProviderCosts, _relations, _caps) = (same._problem, same.Costs, providerCosts, same._relations, same._caps);
        (Graph, Prices, Charges, Nearness, Lists, Fillings) = (same.Graph, same.Prices, same.Charges, same.Nearness, same.Lists, same.Fillings);
        Multipliers = same.Multipliers?.With(providerCosts);
        Edges = [.. same.Edges.Select(edge => edge.With(providerCosts.Traffic(edge.Relation.TrafficMiB)))];
    }

    private BoundModel(BoundModel whole, IReadOnlyList<ItemCosts> costs, ProviderCosts providerCosts)
    {
        (_problem, Costs, ProviderCosts, _relations, _caps) = (whole._problem, costs, providerCosts, whole._relations, whole._caps);
        int[] quantities = [.. _problem.Items.Select(static item => item.Definition.Quantity)];
        Graph = new RelationGraph(quantities, _relations);
        whole.Graph.Roots.CopyTo(Graph.Roots, 0);
        Prices = new CapacityPrices(_problem.Supply);
        Prices.Take(whole.Prices);
        Charges = new Charges(Graph);
        Charges.Take(whole.Charges);
        Nearness = new NearnessPrices(Graph, quantities, _problem.Supply.Domains.Sites.Length);
        Nearness.Take(whole.Nearness);
        Multipliers = providerCosts.HasFixed ? new Multipliers(_caps, providerCosts, _problem.Source.Providers.Count) : null;
        if (whole.Multipliers is { } multipliers) Multipliers?.Take(multipliers);
        (Lists, Fillings, Edges) = ([], [], []);
        Rebuild();
        Remember();
    }

    /// <summary>How relations are treated.</summary>
    public RelationGraph Graph { get; }

    /// <summary>Prices of scarce units.</summary>
    public CapacityPrices Prices { get; }

    /// <summary>What comes off the least cost of the relaxation.</summary>
    public long Loss => ProviderCosts.Loss - Prices.Loss;

    /// <summary>What relations to items of several replicas charge.</summary>
    public Charges Charges { get; }

    /// <summary>What relations to items of several replicas pay by site.</summary>
    public NearnessPrices Nearness { get; }

    /// <summary>Sites by item.</summary>
    public SiteList[] Lists { get; private set; }

    /// <summary>Fillings by item.</summary>
    public Filling[] Fillings { get; private set; }

    /// <summary>Relations, joined or cut.</summary>
    public Edge[] Edges { get; private set; }

    /// <summary>Shares of fixed costs; null when there are none.</summary>
    public Multipliers? Multipliers { get; }

    /// <summary>What providers cost beside replicas.</summary>
    public ProviderCosts ProviderCosts { get; }

    /// <summary>
    /// The same ways and multipliers with the replicas of each item taken to stay together, so that it is told of like one: good plans mostly are like that, but no bound follows.
    /// Of use until the model is built again.
    /// </summary>
    public BoundModel Together() => new(this);

    /// <summary>The same ways and multipliers where providers cost something else. Of use until multipliers move or the model is built again.</summary>
    public BoundModel With(ProviderCosts providerCosts) => new(this, providerCosts);

    /// <summary>The relaxation of a part of the problem, which starts from these multipliers.</summary>
    /// <param name="costs">Its ways by item.</param>
    /// <param name="providerCosts">What providers cost there.</param>
    public BoundModel Part(IReadOnlyList<ItemCosts> costs, ProviderCosts providerCosts) => new(this, costs, providerCosts);

    /// <summary>Reads the active ways again; multipliers keep their shares where items are left that can pay them.</summary>
    public void Rebuild()
    {
        Lists = [.. Costs.Select((costs, item) => SiteList.Of(_problem, costs, _caps[item], Prices))];
        Fillings = [.. Lists.Select((list, item) => new Filling(_problem, list, _caps[item]))];
        Edges = [.. Graph.Relations.Select((relation, number) => NewEdge(relation, number, Graph.IsCut(number)))];
        Multipliers?.Read(Lists);
    }

    /// <summary>What a replica costs at each site of an item, but for relations and fixed costs: its first block, and traffic to users.</summary>
    /// <param name="item">The item.</param>
    /// <param name="others">Relations of which the first item pays the least alone.</param>
    public long[] OwnCosts(int item, IReadOnlyList<RelationCosts> others)
    {
        SiteList list = Lists[item];
        ProviderCosts.TrafficCosts traffic = ProviderCosts.Traffic(list.Costs.Item.UserTrafficMiB);
        long[] own = [.. list.FirstCosts];
        for (int site = 0; site < own.Length && !traffic.IsFree; site++) own[site] = Cost.Add(own[site], traffic[list.Providers[site]]);
        foreach (RelationCosts relation in others)
        {
            if (relation.From == item) AddLeast(relation, own);
        }

        return own;
    }

    /// <summary>By slot, what an item pays of the fixed cost of each provider: once, or per replica where its filling is not exact.</summary>
    public long[] SharesOf(int item) => Multipliers?.SharesOf(item, Fillings[item].IsExact) ?? new long[Lists[item].Slots];

    /// <summary>By position of the site, what an item earns there once from the first items of some relations; empty when nothing.</summary>
    public long[] EarnedBy(int item, Func<Edge, bool> isPaying)
    {
        SiteList list = Lists[item];
        long[] earned = [];
        foreach (int relation in Nearness.EarnedFrom(item))
        {
            if (!isPaying(Edges[relation])) continue;
            if (earned.Length == 0) earned = new long[list.Count];
            for (int site = 0; site < earned.Length; site++) earned[site] += Nearness.Earned(relation, list.Sites[site]);
        }

        return earned;
    }

    /// <summary>Keeps the present multipliers, to go back to.</summary>
    public void Remember()
    {
        Multipliers?.Remember();
        ProviderCosts.Remember();
        Charges.Remember();
        Nearness.Remember();
        Prices.Remember();
    }

    /// <summary>Goes back to the multipliers kept last.</summary>
    public void Recall()
    {
        ProviderCosts.Recall();
        Multipliers?.Recall();
        Charges.Recall();
        Nearness.Recall();
        if (Prices.IsEmpty) return;
        Prices.Recall();
        Rebuild();
    }

    private Edge NewEdge(RelationCosts relation, int number, bool isCut) =>
        new(number, relation, Lists[relation.From], Lists[relation.To], ProviderCosts.Traffic(relation.TrafficMiB), isCut);

    private void AddLeast(RelationCosts relation, long[] own)
    {
        SiteList list = Lists[relation.From];
        int[] targets = Lists[relation.To].Places;
        long[] least = [.. list.Places.Select(place => targets.Length == 0 ? Cost.Infinite : targets.Min(target => relation.Between(place, target)))];
        for (int site = 0; site < own.Length; site++) own[site] = Cost.Add(own[site], least[list.PlaceOf[site]]);
    }
}
