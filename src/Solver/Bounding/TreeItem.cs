namespace Fulcrum.Solver.Bounding;

/// <summary>
/// What an item and all before it in its tree cost, by what the next item does. Either all replicas of an item are together at one site, or they are apart, at two or more.
/// Together, costs are exact by site. Apart, an item pays no less than its cheapest filling and the largest of the extra costs of the sites at which those before it want it.
/// </summary>
internal sealed class TreeItem
{
    private readonly SiteList _list;
    private readonly Filling _filling;
    private readonly long[] _shares;
    private readonly long[] _own;
    private readonly TreeItem[] _sources;
    private readonly int _quantity;
    private readonly bool _canBeApart;

    /// <summary>Computes the costs of an item whose sources are known.</summary>
    /// <param name="list">Its sites.</param>
    /// <param name="filling">Its fillings.</param>
    /// <param name="own">What a replica costs at each site, but for the main relation and fixed costs.</param>
    /// <param name="shares">Its part of fixed costs by slot.</param>
    /// <param name="edge">The main relation; null at a root.</param>
    /// <param name="sources">The items whose main relation leads here.</param>
    /// <param name="canBeApart">Whether replicas may be apart.</param>
    public TreeItem(SiteList list, Filling filling, long[] own, long[] shares, Edge? edge, TreeItem[] sources, bool canBeApart)
    {
        (_list, _filling, _own, _shares, Edge, _sources) = (list, filling, own, shares, edge, sources);
        _quantity = list.Quantity;
        _canBeApart = canBeApart && _quantity > 1;
        Dearest = new int[list.Count];
        Together = SumTogether();
        SourcesLeast = sources.Aggregate(0L, static (sum, source) => Cost.Add(sum, source.Least));
        (TogetherBy, ApartBy, ApartAloneBy) = ([], [], []);
        (Free, FreeFilled) = FillFreely();
        ApartAloneFree = !_canBeApart ? Cost.Infinite : Cost.Add(Free.Least, Second(FreeFilled, Free.PerReplica));
        ApartFree = Cost.Add(ApartAloneFree, SourcesLeast);
        if (edge is null)
        {
            if (_canBeApart) Apart = ApartGiven(own).Whole;
            TogetherLeast = Together.DefaultIfEmpty(Cost.Infinite).Min();
            Least = Math.Min(TogetherLeast, Apart);
            return;
        }

        Tell(edge);
        TogetherLeast = TogetherBy.DefaultIfEmpty(Cost.Infinite).Min();
        Least = Math.Min(ApartFree, TogetherLeast);
    }

    /// <summary>The main relation; null at a root.</summary>
    public Edge? Edge { get; }

    /// <summary>By site, the cost of the item together there, with its sources, without what the main relation costs.</summary>
    public long[] Together { get; }

    /// <summary>By site, the block of the dearest replica of the item together there.</summary>
    public int[] Dearest { get; }

    /// <summary>By site of the next item, used alone, the least cost together, with the main relation.</summary>
    public long[] TogetherBy { get; private set; }

    /// <summary>By site of the next item, used alone, a bound on the cost apart.</summary>
    public long[] ApartBy { get; private set; }

    /// <summary>The same without sources.</summary>
    public long[] ApartAloneBy { get; private set; }

    /// <summary>A bound on the cost apart wherever the next item is.</summary>
    public long ApartFree { get; }

    /// <summary>The same without sources.</summary>
    public long ApartAloneFree { get; }

    /// <summary>A bound on the cost of a root apart.</summary>
    public long Apart { get; } = Cost.Infinite;

    /// <summary>The least cost together.</summary>
    public long TogetherLeast { get; }

    /// <summary>A bound on the cost whatever the next item does.</summary>
    public long Least { get; }

    /// <summary>What the sources cost at least.</summary>
    public long SourcesLeast { get; }

    /// <summary>The cheapest filling when the next item is wherever it suits best.</summary>
    public (long[] PerReplica, long Least) Free { get; }

    /// <summary>The same.</summary>
    public Filled FreeFilled { get; }

    /// <summary>Whether replicas may be apart.</summary>
    public bool CanBeApart => _canBeApart;

    /// <summary>The sites.</summary>
    public SiteList List => _list;

    /// <summary>Cost of the item and all before it when the next item uses one site alone.</summary>
    public long By(int nextSite) => Math.Min(TogetherBy[nextSite], ApartBy[nextSite]);

    /// <summary>Cost of what the main relation adds to all replicas together at a site when the next item uses one site alone.</summary>
    public long Between(int site, int nextSite)
    {
        Edge edge = Edge!;
        long between = edge.Between(_list.PlaceOf[site], edge.To.PlaceOf[nextSite]);
        if (between >= Cost.Infinite) return Cost.Infinite;
        return _quantity * (between + (edge.ToSiteOf[site] == nextSite ? 0 : edge.Traffic[_list.Providers[site]]));
    }

    /// <summary>The fillings of the item apart as they are when its sources want nothing.</summary>
    public Filled ChooseApart(int? nextSite)
    {
        if (Edge is null) return _filling.Solve(_own, _shares, earned: []);
        return nextSite is { } site ? _filling.Solve(Leaving(Edge, Edge.To.PlaceOf[site]), _shares, earned: []) : FreeFilled;
    }

    private long[] SumTogether()
    {
        long[] together = new long[_list.Count];
        for (int site = 0; site < together.Length; site++)
        {
            (long sum, Dearest[site]) = _filling.Together(site, _own[site]);
            if (sum < Cost.Infinite) sum += _filling.IsExact ? _shares[_list.SlotOf[site]] : _shares[_list.SlotOf[site]] * _quantity;
            foreach (TreeItem source in _sources) sum = Cost.Add(sum, source.By(site));
            together[site] = sum;
        }

        return together;
    }

    private ((long[] PerReplica, long Least) Free, Filled Filled) FillFreely()
    {
        long[] perReplica = [.. _own];
        if (Edge is { } edge)
        {
            long[] nearest = [.. Enumerable.Range(0, _list.Places.Length).Select(place => LeastOf(edge.BetweenFrom(place)))];
            for (int site = 0; site < perReplica.Length; site++)
            {
                long traffic = edge.ToSiteOf[site] >= 0 ? 0 : edge.Traffic[_list.Providers[site]];
                perReplica[site] = Cost.Add(Cost.Add(perReplica[site], nearest[_list.PlaceOf[site]]), traffic);
            }
        }

        Filled filled = _filling.Solve(perReplica, _shares, earned: []);
        return ((perReplica, filled.Least), filled);
    }

    private static long LeastOf(ReadOnlySpan<long> costs)
    {
        long least = Cost.Infinite;
        foreach (long cost in costs) least = Math.Min(least, cost);
        return least;
    }

    private long[] Leaving(Edge edge, int place)
    {
        long[] perReplica = [.. _own];
        for (int site = 0; site < perReplica.Length; site++)
        {
            perReplica[site] = Cost.Add(Cost.Add(perReplica[site], edge.Traffic[_list.Providers[site]]), edge.Between(_list.PlaceOf[site], place));
        }

        return perReplica;
    }

    private void Tell(Edge edge)
    {
        int places = edge.To.Places.Length;
        long[] byPlace = TogetherByPlace(edge);
        (long Whole, long Alone)[] apart = new (long, long)[places];
        for (int place = 0; place < places; place++) apart[place] = ApartGiven(edge, place);
        TogetherBy = new long[edge.To.Count];
        ApartBy = new long[edge.To.Count];
        ApartAloneBy = new long[edge.To.Count];
        for (int next = 0; next < TogetherBy.Length; next++)
        {
            int place = edge.To.PlaceOf[next];
            (TogetherBy[next], ApartBy[next], ApartAloneBy[next]) = (byPlace[place], apart[place].Whole, apart[place].Alone);
        }

        for (int site = 0; site < _list.Count; site++)
        {
            int next = edge.ToSiteOf[site];
            if (next < 0) continue;
            TogetherBy[next] = Math.Min(TogetherBy[next], Cost.Add(Together[site], Between(site, next)));
            long saved = (_quantity - 1) * edge.Traffic[_list.Providers[site]];
            if (ApartBy[next] < Cost.Infinite) (ApartBy[next], ApartAloneBy[next]) = (ApartBy[next] - saved, ApartAloneBy[next] - saved);
        }
    }

    /// <summary>By place of the next item, the least cost together when traffic leaves.</summary>
    private long[] TogetherByPlace(Edge edge)
    {
        long[] least = new long[_list.Places.Length];
        Array.Fill(least, Cost.Infinite);
        for (int site = 0; site < _list.Count; site++)
        {
            ref long known = ref least[_list.PlaceOf[site]];
            known = Math.Min(known, Cost.Add(Together[site], _quantity * edge.Traffic[_list.Providers[site]]));
        }

        long[] byPlace = new long[edge.To.Places.Length];
        Array.Fill(byPlace, Cost.Infinite);
        for (int from = 0; from < least.Length; from++)
        {
            ReadOnlySpan<long> between = edge.BetweenFrom(from);
            for (int place = 0; place < byPlace.Length && least[from] < Cost.Infinite; place++)
            {
                if (between[place] < Cost.Infinite) byPlace[place] = Math.Min(byPlace[place], least[from] + (_quantity * between[place]));
            }
        }

        return byPlace;
    }

    /// <summary>What a filling of two or more sites costs more than the cheapest.</summary>
    private long Second(Filled filled, long[] perReplica)
    {
        if (filled.Least >= Cost.Infinite) return Cost.Infinite;
        int first = _list.SiteOfBlock(filled.Chosen[0].Block);
        if (filled.Chosen.Exists(choice => _list.SiteOfBlock(choice.Block) != first)) return 0;
        long least = Cost.Infinite;
        for (int site = 0; site < perReplica.Length; site++)
        {
            if (site != first) least = Math.Min(least, filled.Extra(_list.SlotOf[site], perReplica[site]));
        }

        return least;
    }

    private (long Whole, long Alone) ApartGiven(Edge edge, int place) => _canBeApart ? ApartGiven(Leaving(edge, place)) : (Cost.Infinite, Cost.Infinite);

    /// <summary>A bound on the cost apart, with the sources and alone, when a replica costs so much at each site.</summary>
    private (long Whole, long Alone) ApartGiven(long[] perReplica)
    {
        Filled filled = _filling.Solve(perReplica, _shares, earned: []);
        long second = Second(filled, perReplica);
        if (second >= Cost.Infinite) return (Cost.Infinite, Cost.Infinite);
        long alone = Cost.Add(filled.Least, second);
        return _sources.Length == 0 ? (alone, alone) : (Cost.Add(filled.Least, WithSources(filled, perReplica, second)), alone);
    }

    /// <summary>The least, over all sets of sites, of the largest extra cost in the set and what the sources cost that find the item there.</summary>
    private long WithSources(Filled filled, long[] perReplica, long second)
    {
        int[] sites = new int[perReplica.Length];
        long[] extras = new long[perReplica.Length];
        for (int site = 0; site < sites.Length; site++) (sites[site], extras[site]) = (site, filled.Extra(_list.SlotOf[site], perReplica[site]));
        Array.Sort(extras, sites);
        Span<long> costs = stackalloc long[_sources.Length];
        for (int source = 0; source < costs.Length; source++) costs[source] = _sources[source].ApartFree;
        long best = Cost.Infinite;
        for (int i = 0; i < sites.Length && Cost.Add(extras[i], SourcesLeast) < best; i++)
        {
            long sum = Math.Max(extras[i], second);
            for (int source = 0; source < costs.Length; source++)
            {
                costs[source] = Math.Min(costs[source], _sources[source].TogetherBy[sites[i]]);
                sum = Cost.Add(sum, costs[source]);
            }

            best = Math.Min(best, sum);
        }

        return best;
    }
}
