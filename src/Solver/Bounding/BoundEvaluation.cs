namespace Fulcrum.Solver.Bounding;

/// <summary>The least cost of a relaxation under its present multipliers: messages within groups of items, payments between them, the cheapest filling of every item.</summary>
/// <remarks>
/// The message of an item to its neighbour in a group says what the item and everything behind it cost, by what the neighbour does: a constant, and an addition per replica of the
/// neighbour at each of its sites. It is exact between items of one replica.
/// </remarks>
internal sealed class BoundEvaluation
{
    private const int None = -1;
    private const long Unknown = long.MinValue;
    private const int CasesMax = 8;

    private readonly BoundModel _model;
    private readonly int _uncharged;
    private readonly long[][] _own;
    private readonly long[][] _shares;
    private readonly long[][] _earned;
    private readonly long[]?[] _traffic;
    private readonly long[]?[] _extras;
    private readonly TreeRoot?[] _roots;
    private readonly Nearness?[] _nearness;
    private readonly Message?[] _toFirst;
    private readonly Message?[] _toOther;

    /// <summary>An evaluation of a model as it stands.</summary>
    public BoundEvaluation(BoundModel model)
    {
        (_model, _uncharged) = (model, None);
        int items = model.Lists.Length;
        (_own, _shares, _earned) = (new long[items][], new long[items][], new long[items][]);
        for (int item = 0; item < items; item++)
        {
            (_own[item], _shares[item], _earned[item]) = (model.OwnCosts(item, others: []), model.SharesOf(item), model.EarnedBy(item, static _ => true));
        }

        _traffic = new long[]?[model.Edges.Length];
        (_extras, _roots) = (new long[]?[items], new TreeRoot?[items]);
        (_nearness, _toFirst, _toOther) = (new Nearness?[model.Edges.Length], new Message?[model.Edges.Length], new Message?[model.Edges.Length]);
    }

    private BoundEvaluation(BoundEvaluation charged, int uncharged)
    {
        (_model, _uncharged, _own, _shares, _earned, _traffic) = (charged._model, uncharged, charged._own, charged._shares, charged._earned, charged._traffic);
        (_extras, _roots) = ([.. charged._extras], [.. charged._roots]);
        (_nearness, _toFirst, _toOther) = ([.. charged._nearness], [.. charged._toFirst], [.. charged._toOther]);
        Forget(_model.Graph.PayersOf(uncharged));
    }

    /// <summary>What an item tells its neighbour.</summary>
    /// <param name="Constant">Cost of the item and all behind it.</param>
    /// <param name="PerReplica">What it adds per replica of the neighbour at each of its sites.</param>
    private sealed record Message(long Constant, long[] PerReplica);

    /// <summary>The same with nobody charged for where replicas of an item are.</summary>
    public BoundEvaluation Without(int item) => new(this, item);

    /// <summary>What having a replica of an item at each of its sites costs more; nothing where that cannot be charged.</summary>
    public long[] ExtrasOf(int item) => _extras[item] ??= IsCharged(item) ? Extras.Of(RootAt(item)) : new long[_model.Lists[item].Count];

    /// <summary>Whether an item can be charged for: only if its group is seen from it.</summary>
    public bool IsCharged(int item) => item != _uncharged && item == _model.Graph.Roots[_model.Graph.Group[item]];

    /// <summary>The group of an item, seen from the item.</summary>
    /// <remarks>
    /// Replicas of an item that is joined to a target of one replica each tell of the place of it that suits them best, and these differ. So the item is looked at once for each of the
    /// likeliest sites of that target, and what the target knows bounds the other sites.
    /// </remarks>
    public TreeRoot RootAt(int item) => _roots[item] ??= TargetOf(item) is { } edge ? CasesOf(edge) : new TreeRoot(_model.Lists[item], _earned[item], [AnyCase(item)], Otherwise: null);

    /// <summary>The bound of each group as seen from its root, by item: the same number for every item of a group.</summary>
    /// <param name="isSearching">Whether a better root is looked for where any item may be the root.</param>
    public long[] LeastByItem(bool isSearching)
    {
        int[] group = _model.Graph.Group;
        long[] least = new long[group.Length];
        for (int item = 0; item < group.Length; item++) least[item] = item == _model.Graph.Roots[group[item]] ? LeastFrom(item) : 0;
        for (int item = 0; item < group.Length && isSearching; item++)
        {
            int root = _model.Graph.Roots[group[item]];
            if (item == root || _model.Graph.IsFixed[group[item]] || LeastFrom(item) is var other && other <= least[root]) continue;
            (_model.Graph.Roots[group[item]], least[item]) = (item, other);
        }

        return [.. group.Select(number => least[_model.Graph.Roots[number]])];
    }

    /// <summary>The sum over all groups; infinite when the relaxation has no answer, hence the problem none.</summary>
    public long Total(long[] leastByItem)
    {
        long sum = _model.Loss;
        int[] group = _model.Graph.Group;
        for (int item = 0; item < leastByItem.Length; item++)
        {
            if (group[item] == item) sum = Cost.Add(sum, leastByItem[item]);
        }

        return sum;
    }

    /// <summary>The site of the other item of a cut relation that suits a replica of the first at a site best, −1 for none; and whether that keeps traffic at the site.</summary>
    public (int Site, bool Stays) WantedFrom(Edge edge, int site)
    {
        Nearness nearness = NearnessOf(edge);
        int place = edge.From.PlaceOf[site];
        long traffic = TrafficOf(edge)[edge.From.SlotOf[site]];
        (int wanted, long least) = (None, Cost.Infinite);
        for (int other = 0; other < nearness.ByPlace.Length; other++)
        {
            long cost = Cost.Add(Cost.Add(edge.Between(place, other), nearness.ByPlace[other]), traffic);
            if (cost < least) (wanted, least) = (nearness.Cheapest[other], cost);
        }

        int here = edge.ToSiteOf[site];
        return here >= 0 && Cost.Add(nearness.BySite[here], edge.Between(place, edge.To.PlaceOf[here])) is var staying && staying < Cost.Infinite && staying <= least ? (here, true) : (wanted, false);
    }

    /// <summary>Blocks with replicas, by item: an answer of the group that an item is the root of, in which the item is at a site if one is given.</summary>
    public List<(int Block, int Replicas)>[] ChooseGroup(int root, int? site)
    {
        List<(int Block, int Replicas)>[] chosen = new List<(int, int)>[_own.Length];
        ChooseFrom(root, chosen, isPlan: false, site);
        return chosen;
    }

    /// <summary>Blocks with replicas, by item, with every item where those before it are best served, which makes a plan.</summary>
    /// <param name="first">The item to begin with; null for the root of a group.</param>
    public List<(int Block, int Replicas)>[] ChoosePlan(int? first = null)
    {
        List<(int Block, int Replicas)>[] chosen = new List<(int, int)>[_own.Length];
        if (first is { } start) ChooseFrom(start, chosen, isPlan: true, site: null);
        for (int item = 0; item < chosen.Length; item++) ChooseFrom(_model.Graph.Roots[_model.Graph.Group[item]], chosen, isPlan: true, site: null);
        return chosen;
    }

    /// <summary>What groups that pay less now have told, and what is paid for them, is to be computed anew.</summary>
    private void Forget(bool[] isPayer)
    {
        int[] group = _model.Graph.Group;
        _extras[_uncharged] = null;
        for (int item = 0; item < _roots.Length; item++)
        {
            if (isPayer[group[item]]) (_extras[item], _roots[item]) = (null, null);
        }

        foreach (Edge edge in _model.Edges)
        {
            if (isPayer[group[edge.Relation.From]]) (_toFirst[edge.Number], _toOther[edge.Number]) = (null, null);
            if (edge.Relation.To == _uncharged || isPayer[group[edge.Relation.To]]) _nearness[edge.Number] = null;
        }
    }

    /// <summary>Starts where the root of a group, and what it is joined to, cost least.</summary>
    private void ChooseFrom(int root, List<(int Block, int Replicas)>[] chosen, bool isPlan, int? site)
    {
        if (chosen[root] is not null) return;
        int target = TargetOf(root) is { } edge && chosen[edge.Relation.To] is null && RootAt(root).Best(site) is { Target: >= 0 } best ? Put(edge.Relation.To, best.Target) : None;
        Choose(root, chosen, isPlan, site);
        if (target >= 0) ChooseNeighbours(target, chosen, isPlan);

        int Put(int item, int at)
        {
            SiteList list = _model.Lists[item];
            int block = list.Starts[at];
            while (list.Blocks[block].Count == 0 && block + 1 < list.Starts[at + 1]) block++;
            chosen[item] = [(block, 1)];
            return item;
        }
    }

    private void Choose(int item, List<(int Block, int Replicas)>[] chosen, bool isPlan, int? forced)
    {
        if (chosen[item] is not null) return;
        long[] perReplica = [.. _own[item]];
        foreach (int number in _model.Graph.Edges[item])
        {
            Edge edge = _model.Edges[number];
            if (chosen[edge.Other(item)] is { } placed && (isPlan || !edge.IsCut)) EdgeCosts.AddPlaced(item, perReplica, edge, placed);
            else AddTo(perReplica, item, edge);
        }

        long[] earned = isPlan ? _model.EarnedBy(item, edge => chosen[edge.Relation.From] is null) : _earned[item];
        if (forced is { } site) earned = WithForced(earned, perReplica, site);
        chosen[item] = Fill(item, perReplica, earned).Chosen;
        ChooseNeighbours(item, chosen, isPlan);
    }

    private void ChooseNeighbours(int item, List<(int Block, int Replicas)>[] chosen, bool isPlan)
    {
        foreach (int number in _model.Graph.Edges[item])
        {
            Edge edge = _model.Edges[number];
            if (isPlan || !edge.IsCut) Choose(edge.Other(item), chosen, isPlan, forced: null);
        }
    }

    /// <summary>So much is earned at a site that a replica is put there if any can be.</summary>
    private static long[] WithForced(long[] earned, long[] perReplica, int site)
    {
        long[] forced = earned.Length == 0 ? new long[perReplica.Length] : [.. earned];
        forced[site] += Cost.Largest;
        return forced;
    }

    private long LeastFrom(int item)
    {
        if (TargetOf(item) is not null) return RootAt(item).Least;
        (long constant, long[] perReplica) = Gather(item, except: null);
        return Cost.Add(constant, _model.Fillings[item].Least(perReplica, _shares[item], _earned[item]));
    }

    /// <summary>The first relation that joins an item of several replicas to a target of one.</summary>
    private Edge? TargetOf(int item)
    {
        if (_model.Lists[item].Quantity == 1) return null;
        foreach (int number in _model.Graph.Edges[item])
        {
            if (_model.Edges[number] is { IsCut: false } edge && edge.Relation.From == item) return edge;
        }

        return null;
    }

    private TreeRoot.Case AnyCase(int item)
    {
        (long constant, long[] perReplica) = Gather(item, except: null);
        Filled filled = Fill(item, perReplica, _earned[item]);
        return new TreeRoot.Case(Cost.Add(constant, filled.Least), constant, None, perReplica, filled);
    }

    private TreeRoot CasesOf(Edge edge)
    {
        int item = edge.Relation.From;
        (long constant, long[] perReplica) = Gather(item, edge);
        long[] target = TargetCosts(edge);
        long[] traffic = TrafficOf(edge);
        Message source = _toOther[edge.Number] ??= FromSource(edge);
        long[] least = new long[target.Length];
        int[] sites = new int[target.Length];
        for (int site = 0; site < sites.Length; site++) (sites[site], least[site]) = (site, Cost.Add(source.Constant, Cost.Add(target[site], source.PerReplica[site])));
        long[] ordered = [.. least];
        Array.Sort(ordered, sites);
        int count = Math.Min(CasesMax, sites.Length);
        TreeRoot.Case[] cases = [.. sites.Take(count).Select(site => CaseOf(site, least[site])).OrderBy(static known => known.Least)];
        TreeRoot.Case any = AnyCase(item);
        return new TreeRoot(edge.From, _earned[item], cases, count < sites.Length ? any with { Least = Math.Max(any.Least, ordered[count]) } : null);

        TreeRoot.Case CaseOf(int site, long atLeast)
        {
            long[] near = [.. perReplica];
            (int[] placeOf, int[] slotOf, int place) = (edge.From.PlaceOf, edge.From.SlotOf, edge.To.PlaceOf[site]);
            for (int from = 0; from < near.Length; from++)
            {
                long leaving = edge.ToSiteOf[from] == site ? 0 : traffic[slotOf[from]];
                near[from] = Cost.Add(near[from], Cost.Add(edge.Between(placeOf[from], place), leaving));
            }

            Filled filled = Fill(item, near, _earned[item]);
            long behind = Cost.Add(constant, target[site]);
            return new TreeRoot.Case(Math.Max(Cost.Add(behind, filled.Least), atLeast), behind, site, near, filled);
        }
    }

    /// <summary>What the target of a relation, of one replica, and all behind it cost by its site.</summary>
    private long[] TargetCosts(Edge edge)
    {
        int item = edge.Relation.To;
        (long constant, long[] perReplica) = Gather(item, edge);
        for (int site = 0; site < perReplica.Length; site++)
        {
            long earned = _earned[item].Length == 0 ? 0 : _earned[item][site];
            perReplica[site] = Cost.Add(constant, Cost.Add(perReplica[site], _shares[item][edge.To.SlotOf[site]] - earned));
        }

        return perReplica;
    }

    private (long Constant, long[] PerReplica) Gather(int item, Edge? except)
    {
        long constant = 0;
        long[] perReplica = [.. _own[item]];
        foreach (int number in _model.Graph.Edges[item])
        {
            Edge edge = _model.Edges[number];
            if (!ReferenceEquals(edge, except)) constant = Cost.Add(constant, AddTo(perReplica, item, edge));
        }

        return (constant, perReplica);
    }

    /// <summary>Adds what a relation makes a replica of one of its items cost.</summary>
    /// <returns>What is behind the relation in the same group.</returns>
    private long AddTo(long[] perReplica, int item, Edge edge)
    {
        bool isFirst = edge.Relation.From == item;
        if (edge.IsCut)
        {
            if (isFirst) EdgeCosts.AddNearest(edge, NearnessOf(edge), TrafficOf(edge), perReplica);
            return 0;
        }

        Message message = isFirst ? _toFirst[edge.Number] ??= FromTarget(edge) : _toOther[edge.Number] ??= FromSource(edge);
        Cost.AddTo(perReplica, message.PerReplica);
        return message.Constant;
    }

    /// <summary>What replicas of the first item of a cut relation are charged and pay.</summary>
    private Nearness NearnessOf(Edge edge) => _nearness[edge.Number] ??= PaidBy(edge);

    private Nearness PaidBy(Edge edge)
    {
        long[] extras = _model.Graph.IsCharged(edge.Number) ? ExtrasOf(edge.Relation.To) : new long[edge.To.Count];
        ReadOnlySpan<long> prices = _model.Nearness.Of(edge.Number);
        long[] bySite = new long[extras.Length];
        for (int site = 0; site < bySite.Length; site++)
        {
            bySite[site] = extras[site] >= Cost.Infinite ? Cost.Infinite : (_model.Charges.Of(edge.Number, extras[site]) / edge.From.Quantity) + prices[edge.To.Sites[site]];
        }

        return Nearness.Of(edge.To, bySite);
    }

    /// <summary>The other item, of one replica, tells the first what being near each site costs, shared out over the first item's replicas.</summary>
    private Message FromTarget(Edge edge)
    {
        int item = edge.Relation.To;
        (long constant, long[] perReplica) = Gather(item, edge);
        Filled filled = Fill(item, perReplica, _earned[item]);
        TreeRoot root = new(edge.To, _earned[item], [new TreeRoot.Case(filled.Least, 0, None, perReplica, filled)], Otherwise: null);
        long[] bySite = [.. Extras.Of(root).Select(extra => extra >= Cost.Infinite ? Cost.Infinite : extra / edge.From.Quantity)];
        long[] message = new long[edge.From.Count];
        if (filled.Least >= Cost.Infinite) Array.Fill(message, Cost.Infinite);
        else EdgeCosts.AddNearest(edge, Nearness.Of(edge.To, bySite), TrafficOf(edge), message);
        return new Message(Cost.Add(constant, filled.Least), message);
    }

    /// <summary>The first item tells the other, of one replica, what it and all behind it cost for each site of that replica.</summary>
    private Message FromSource(Edge edge)
    {
        (long constant, long[] perReplica) = Gather(edge.Relation.From, edge);
        SiteList source = edge.From;
        long[] earned = _earned[edge.Relation.From];
        for (int site = 0; site < earned.Length && source.Quantity == 1; site++) perReplica[site] = Cost.Add(perReplica[site], -earned[site]);
        long[] leaving = new long[source.Count];
        long[] traffic = TrafficOf(edge);
        for (int site = 0; site < leaving.Length; site++) leaving[site] = Cost.Add(perReplica[site], traffic[source.SlotOf[site]]);
        long[] message = source.Quantity == 1 ? EdgeCosts.FromOne(edge, perReplica, leaving, _shares[edge.Relation.From]) : FromSeveral(edge, perReplica, leaving);
        long least = Cost.Infinite;
        foreach (long cost in message) least = Math.Min(least, cost);
        for (int site = 0; site < message.Length; site++) message[site] = message[site] >= Cost.Infinite ? Cost.Infinite : (message[site] - least) / edge.To.Quantity;
        return new Message(Cost.Add(constant, least), message);
    }

    /// <summary>A filling for each place of the other item; where both may be at a site, one more for the traffic that replicas there save.</summary>
    private long[] FromSeveral(Edge edge, long[] perReplica, long[] leaving)
    {
        int item = edge.Relation.From;
        SiteList source = edge.From;
        (int[] placeOf, int[] toPlaceOf, long[] traffic) = (source.PlaceOf, edge.To.PlaceOf, TrafficOf(edge));
        long[] leastByPlace = new long[edge.To.Places.Length];
        long[] message = new long[edge.To.Count];
        Array.Fill(message, Unknown);
        long[] moved = new long[source.Count];
        ILookup<int, int> staying = Enumerable.Range(0, source.Count)
            .Where(site => edge.ToSiteOf[site] >= 0 && perReplica[site] < Cost.Infinite && traffic[source.SlotOf[site]] > 0)
            .ToLookup(site => toPlaceOf[edge.ToSiteOf[site]]);
        for (int place = 0; place < leastByPlace.Length; place++)
        {
            for (int site = 0; site < moved.Length; site++) moved[site] = Math.Min(Cost.Infinite, unchecked(leaving[site] + edge.Between(placeOf[site], place)));
            Filled filled = Fill(item, moved, _earned[item]);
            leastByPlace[place] = filled.Least;
            foreach (int site in staying[place])
            {
                long cost = Cost.Add(perReplica[site], edge.Between(placeOf[site], place));
                message[edge.ToSiteOf[site]] = _model.Fillings[item].LeastWith(filled, site, cost, moved, _shares[item], _earned[item]);
            }
        }

        for (int site = 0; site < message.Length; site++)
        {
            if (message[site] == Unknown) message[site] = leastByPlace[toPlaceOf[site]];
        }

        return message;
    }

    /// <summary>What traffic of a replica of the first item of a relation costs that leaves its site, by slot.</summary>
    private long[] TrafficOf(Edge edge)
    {
        if (_traffic[edge.Number] is { } known) return known;
        long[] traffic = new long[edge.From.Slots];
        for (int slot = 0; slot < traffic.Length && !edge.Traffic.IsFree; slot++) traffic[slot] = edge.Traffic[edge.From.ProviderOf(slot)];
        return _traffic[edge.Number] = traffic;
    }

    private Filled Fill(int item, long[] perReplica, long[] earned) => _model.Fillings[item].Solve(perReplica, _shares[item], earned);
}
