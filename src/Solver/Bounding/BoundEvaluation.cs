namespace Fulcrum.Solver.Bounding;

/// <summary>The least cost of a relaxation under its present multipliers: messages along the forest of relations, then the cheapest filling of every item.</summary>
/// <remarks>
/// The message of an item to its neighbour says what the item and everything behind it cost, by what the neighbour does: a constant, and an addition per replica of the
/// neighbour at each of its sites. It is exact between items of one replica. An item of several replicas that another is to be near tells the other's replicas
/// apart only by the extra cost of having a replica in reach; where a second item of several replicas starts from it, that item is free to choose any location.
/// </remarks>
internal sealed class BoundEvaluation
{
    private readonly BoundModel _model;
    private readonly long[][] _own;
    private readonly long[][] _shares;
    private readonly Dictionary<(int From, int To, bool IsShared), Message> _messages = [];
    private readonly Extras?[] _extras;

    /// <summary>An evaluation of a model as it stands.</summary>
    public BoundEvaluation(BoundModel model)
    {
        _model = model;
        _shares = [.. Enumerable.Range(0, model.Lists.Length).Select(model.SharesOf)];
        _extras = new Extras?[model.Lists.Length];
        _own = [.. Enumerable.Range(0, model.Lists.Length).Select(model.OwnCosts)];
    }

    private sealed record Message(long Constant, long[] PerReplica);

    private sealed record Extras(long Least, Dictionary<int, long> BySite, Dictionary<int, long> ByLocation);

    /// <summary>The tree of an item, seen from the item.</summary>
    public TreeRoot RootAt(int item)
    {
        (long constant, long[] perReplica) = Gather(item, except: null);
        Filled filled = Fill(item, perReplica);
        return new TreeRoot(perReplica, Cost.Add(constant, filled.Least), filled, new long[perReplica.Length]);
    }

    /// <summary>The same, with what the items that are to be near may have paid.</summary>
    public TreeRoot RootWithAbsorbed(int item)
    {
        TreeRoot root = RootAt(item);
        SiteList list = _model.Lists[item];
        if (list.Quantity == 1 || root.Least >= Cost.Infinite) return root;
        foreach (RelationCosts relation in _model.Forest.Neighbours[item])
        {
            if (relation.To != item) continue;
            Dictionary<int, long> absorbed = AbsorbedBy(relation);
            for (int site = 0; site < list.Count; site++) root.Absorbed[site] += absorbed[list.Locations[site]];
        }

        return root;
    }

    /// <summary>The location of the other item that suits a replica of the first one best.</summary>
    public int NearestFor(RelationCosts relation, int location)
    {
        Extras extras = ExtrasOf(relation.To);
        int quantity = _model.Lists[relation.From].Quantity;
        int best = -1;
        long least = Cost.Infinite;
        foreach ((int other, long extra) in extras.ByLocation)
        {
            long cost = Cost.Add(relation.Between(location, other), _model.Nearness.Of(relation, other, extra) / quantity);
            if (cost < least) (best, least) = (other, cost);
        }

        return best;
    }

    /// <summary>Whether the traffic of a replica of the first item at a site stays there in the relaxation, with a replica of the other, of several, at the same site.</summary>
    public bool Stays(RelationCosts relation, int site)
    {
        Extras extras = ExtrasOf(relation.To);
        SiteList source = _model.Lists[relation.From];
        int location = source.Locations[site];
        if (!extras.BySite.TryGetValue(source.Sites[site], out long extra)) return false;
        long here = Cost.Add(Part(relation, isSingle: false, location, extra), relation.Between(location, location));
        return here <= Cost.Add(NearestCost(relation, extras, isSingle: false, location), _model.ProviderCosts.OfTraffic(source.Providers[site], relation.TrafficMiB));
    }

    /// <summary>The best bound of each tree, as seen from its best root; the same number for every item of a tree.</summary>
    public long[] LeastByItem()
    {
        long[] least = [.. Enumerable.Range(0, _own.Length).Select(item => RootAt(item).Least)];
        for (int item = 0; item < least.Length; item++)
        {
            int tree = _model.Forest.Component[item];
            if (least[item] > least[_model.Roots[tree]]) _model.Roots[tree] = item;
        }

        return [.. _model.Forest.Component.Select(tree => least[_model.Roots[tree]])];
    }

    /// <summary>The bound of each tree as seen from the root that was best before; the same number for every item of a tree.</summary>
    public long[] LeastByRoot()
    {
        Dictionary<int, long> least = [];
        foreach (int tree in _model.Forest.Component)
        {
            if (!least.ContainsKey(tree)) least[tree] = RootAt(_model.Roots[tree]).Least;
        }

        return [.. _model.Forest.Component.Select(tree => least[tree])];
    }

    /// <summary>The sum over all trees; infinite when the relaxation has no answer, hence the problem none.</summary>
    public long Total(long[] leastByItem)
    {
        long sum = _model.Loss;
        int[] component = _model.Forest.Component;
        for (int item = 0; item < leastByItem.Length; item++)
        {
            if (Array.IndexOf(component, component[item]) == item) sum = Cost.Add(sum, leastByItem[item]);
        }

        return sum;
    }

    /// <summary>Blocks with replicas, by item, item after item from the root of each tree.</summary>
    /// <param name="isConsistent">
    /// Whether each item sees where the one before it is, which makes a plan; otherwise items of several replicas are wherever the relaxation lets them be, which is what the
    /// bound depends on.
    /// </param>
    public List<(int Block, int Replicas)>[] Choose(bool isConsistent)
    {
        List<(int Block, int Replicas)>[] chosen = new List<(int, int)>[_own.Length];
        foreach (int root in _model.Roots)
        {
            if (chosen[root] is null) Choose(root, chosen, parent: null, isConsistent);
        }

        return chosen;
    }

    private void Choose(int item, List<(int Block, int Replicas)>[] chosen, RelationCosts? parent, bool isConsistent)
    {
        (_, long[] perReplica) = Gather(item, parent);
        if (parent is not null && (isConsistent || _model.Lists[parent.To].Quantity == 1)) AddParent(item, perReplica, parent, chosen);
        else if (parent is not null && parent.From == item) AddNearest(parent, ExtrasOf(parent.To), isSingle: false, perReplica);
        chosen[item] = Fill(item, perReplica).Chosen;
        foreach (RelationCosts relation in _model.Forest.Neighbours[item])
        {
            int other = relation.From == item ? relation.To : relation.From;
            if (chosen[other] is null) Choose(other, chosen, relation, isConsistent);
        }
    }

    /// <summary>What the parent's choice makes each site of the child cost.</summary>
    private void AddParent(int item, long[] perReplica, RelationCosts relation, List<(int Block, int Replicas)>[] chosen)
    {
        bool isFirst = relation.From == item;
        int parent = isFirst ? relation.To : relation.From;
        SiteList list = _model.Lists[item];
        SiteList other = _model.Lists[parent];
        int[] sites = [.. chosen[parent].Select(choice => _model.Fillings[parent].SiteOfBlock[choice.Block]).Distinct()];
        if (sites.Length == 0) return;
        for (int site = 0; site < perReplica.Length; site++)
        {
            long least = Cost.Infinite;
            foreach (int target in sites)
            {
                long between = isFirst
                    ? relation.Between(list.Locations[site], other.Locations[target])
                    : relation.Between(other.Locations[target], list.Locations[site]);
                int payer = isFirst ? list.Providers[site] : other.Providers[target];
                bool stays = list.Sites[site] == other.Sites[target];
                least = Math.Min(least, Cost.Add(between, stays ? 0 : _model.ProviderCosts.OfTraffic(payer, relation.TrafficMiB)));
            }

            perReplica[site] = Cost.Add(perReplica[site], least);
        }
    }

    private (long Constant, long[] PerReplica) Gather(int item, RelationCosts? except)
    {
        long constant = 0;
        long[] perReplica = [.. _own[item]];
        bool isShared = except is null || except.To == item;
        foreach (RelationCosts relation in _model.Forest.Neighbours[item])
        {
            if (ReferenceEquals(relation, except)) continue;
            Message message = MessageOf(relation, relation.From == item ? relation.To : relation.From, item, isShared);
            constant = Cost.Add(constant, message.Constant);
            for (int site = 0; site < perReplica.Length; site++) perReplica[site] = Cost.Add(perReplica[site], message.PerReplica[site]);
        }

        return (constant, perReplica);
    }

    /// <summary>What a replica of an item costs at each site, but for what items that start relations to it want.</summary>
    private long[] GatherTargets(int item)
    {
        long[] perReplica = [.. _own[item]];
        foreach (RelationCosts relation in _model.Forest.Neighbours[item])
        {
            if (relation.From != item) continue;
            Message message = MessageOf(relation, relation.To, item, isShared: true);
            for (int site = 0; site < perReplica.Length; site++) perReplica[site] = Cost.Add(perReplica[site], message.PerReplica[site]);
        }

        return perReplica;
    }

    /// <param name="relation">The relation.</param>
    /// <param name="from">The item that tells.</param>
    /// <param name="to">The item that is told.</param>
    /// <param name="isShared">Whether what the told item costs depends on nothing beyond it, so that others may pay for where its replicas are.</param>
    private Message MessageOf(RelationCosts relation, int from, int to, bool isShared)
    {
        if (!_messages.TryGetValue((from, to, isShared), out Message? message))
        {
            (long constant, long[] perReplica) = Gather(from, relation);
            _messages[(from, to, isShared)] = message = relation.From == to
                ? FromTarget(relation, constant, perReplica)
                : _model.Lists[to].Quantity == 1 ? FromSource(relation, constant, perReplica) : FromFreeSource(relation, constant, perReplica, isShared);
        }

        return message;
    }

    /// <summary>What having one replica of an item at each site costs beyond its cheapest filling, whatever the items that start relations to it want.</summary>
    private Extras ExtrasOf(int item) => _extras[item] ??= NewExtras(item, GatherTargets(item));

    private Extras NewExtras(int item, long[] perReplica)
    {
        SiteList list = _model.Lists[item];
        Filled filled = Fill(item, perReplica);
        Dictionary<int, long> bySite = new(list.Count);
        Dictionary<int, long> byLocation = [];
        for (int site = 0; site < list.Count && filled.Least < Cost.Infinite; site++)
        {
            if (perReplica[site] >= Cost.Infinite) continue;
            long extra = filled.Extra(site, perReplica[site]);
            bySite[list.Sites[site]] = extra;
            if (!byLocation.TryGetValue(list.Locations[site], out long known) || extra < known) byLocation[list.Locations[site]] = extra;
        }

        return new Extras(filled.Least, bySite, byLocation);
    }

    /// <summary>The other item tells the first what having a replica of it near each site costs, shared out over the first item's replicas.</summary>
    private Message FromTarget(RelationCosts relation, long constant, long[] perReplica)
    {
        SiteList source = _model.Lists[relation.From];
        bool isSingle = _model.Lists[relation.To].Quantity == 1;
        Extras extras = isSingle ? NewExtras(relation.To, perReplica) : ExtrasOf(relation.To);
        long[] message = new long[source.Count];
        if (extras.Least >= Cost.Infinite)
        {
            Array.Fill(message, Cost.Infinite);
            return new Message(Cost.Infinite, message);
        }

        AddNearest(relation, extras, isSingle, message);
        return new Message(Cost.Add(constant, extras.Least), message);
    }

    /// <summary>Adds to the cost of each site of the first item what the nearest replica of the other costs it.</summary>
    private void AddNearest(RelationCosts relation, Extras extras, bool isSingle, long[] perReplica)
    {
        SiteList source = _model.Lists[relation.From];
        Dictionary<int, long> leastFrom = [];
        for (int site = 0; site < perReplica.Length; site++)
        {
            if (perReplica[site] >= Cost.Infinite) continue;
            int location = source.Locations[site];
            if (!leastFrom.TryGetValue(location, out long least)) leastFrom[location] = least = NearestCost(relation, extras, isSingle, location);
            long nearest = Cost.Add(least, _model.ProviderCosts.OfTraffic(source.Providers[site], relation.TrafficMiB));
            if (extras.BySite.TryGetValue(source.Sites[site], out long extra))
            {
                nearest = Math.Min(nearest, Cost.Add(Part(relation, isSingle, location, extra), relation.Between(location, location)));
            }

            perReplica[site] = Cost.Add(perReplica[site], nearest);
        }
    }

    private long NearestCost(RelationCosts relation, Extras extras, bool isSingle, int location)
    {
        long least = Cost.Infinite;
        foreach ((int other, long extra) in extras.ByLocation)
        {
            least = Math.Min(least, Cost.Add(Part(relation, isSingle, other, extra), relation.Between(location, other)));
        }

        return least;
    }

    /// <summary>What one replica of the first item pays of the extra cost of the other; a single replica is wanted whole by every neighbour in turn, others are shared.</summary>
    private long Part(RelationCosts relation, bool isSingle, int location, long extra) =>
        (isSingle ? extra : _model.Nearness.Of(relation, location, extra)) / _model.Lists[relation.From].Quantity;

    /// <summary>By location of the other item, the most that the first may have paid for a replica there without costing more than its least.</summary>
    private Dictionary<int, long> AbsorbedBy(RelationCosts relation)
    {
        (_, long[] perReplica) = Gather(relation.From, relation);
        SiteList source = _model.Lists[relation.From];
        Extras extras = ExtrasOf(relation.To);
        long[] nearest = [.. perReplica];
        AddNearest(relation, extras, isSingle: false, nearest);
        Filled filled = Fill(relation.From, nearest);
        Dictionary<int, long> absorbed = [];
        foreach (int location in _model.Lists[relation.To].Locations)
        {
            if (absorbed.ContainsKey(location)) continue;
            long share = extras.ByLocation.TryGetValue(location, out long extra) ? _model.Nearness.Of(relation, location, extra) : 0;
            long slack = Cost.Infinite;
            for (int site = 0; site < source.Count && share > 0; site++)
            {
                long served = Cost.Add(perReplica[site], relation.Between(source.Locations[site], location));
                slack = Math.Min(slack, filled.Extra(site, Cost.Add(served, share / source.Quantity)));
            }

            absorbed[location] = slack >= Cost.Infinite ? 0 : Math.Max(0, share - slack);
        }

        return absorbed;
    }

    /// <summary>The first item tells the other, of one replica, what it and its tree cost for each site of that replica.</summary>
    private Message FromSource(RelationCosts relation, long constant, long[] perReplica)
    {
        SiteList source = _model.Lists[relation.From];
        SiteList target = _model.Lists[relation.To];
        Dictionary<int, long> atSite = new(source.Count);
        long[] leaving = new long[source.Count];
        for (int site = 0; site < source.Count; site++)
        {
            long traffic = _model.ProviderCosts.OfTraffic(source.Providers[site], relation.TrafficMiB);
            leaving[site] = Cost.Add(perReplica[site], traffic);
            if (perReplica[site] < Cost.Infinite) atSite[source.Sites[site]] = source.Quantity == 1 ? perReplica[site] + _shares[relation.From][site] : traffic * source.Quantity;
        }

        Dictionary<int, long> byLocation = LeavingBy(relation, leaving);
        long[] message = new long[target.Count];
        long least = Cost.Infinite;
        for (int site = 0; site < message.Length; site++)
        {
            int location = target.Locations[site];
            long cost = message[site] = byLocation[location];
            if (atSite.TryGetValue(target.Sites[site], out long here))
            {
                message[site] = source.Quantity == 1
                    ? Math.Min(cost, Cost.Add(here, relation.Between(location, location)))
                    : cost >= Cost.Infinite ? cost : cost - here;
            }

            least = Math.Min(least, message[site]);
        }

        for (int site = 0; site < message.Length; site++) message[site] = least >= Cost.Infinite || message[site] >= Cost.Infinite ? Cost.Infinite : message[site] - least;
        return new Message(Cost.Add(constant, least), message);
    }

    /// <summary>What the first item costs when all its traffic leaves, by location of the other.</summary>
    private Dictionary<int, long> LeavingBy(RelationCosts relation, long[] leaving)
    {
        SiteList source = _model.Lists[relation.From];
        LocationLeast least = new();
        for (int site = 0; site < source.Count; site++) least.Add(source.Locations[site], Cost.Add(leaving[site], _shares[relation.From][site]));
        Dictionary<int, long> byLocation = [];
        long[] moved = new long[source.Count];
        foreach (int location in _model.Lists[relation.To].Locations)
        {
            if (byLocation.ContainsKey(location)) continue;
            if (source.Quantity == 1)
            {
                byLocation[location] = least.Least(from => relation.Between(from, location));
                continue;
            }

            for (int site = 0; site < moved.Length; site++) moved[site] = Cost.Add(leaving[site], relation.Between(source.Locations[site], location));
            byLocation[location] = Fill(relation.From, moved).Least;
        }

        return byLocation;
    }

    private Filled Fill(int item, long[] perReplica) => _model.Fillings[item].Solve(perReplica, _shares[item]);

    /// <summary>The first item costs at least what it would if the other, of several replicas, were near each of its replicas for the relation's share of the extra cost.</summary>
    private Message FromFreeSource(RelationCosts relation, long constant, long[] perReplica, bool isShared)
    {
        Extras extras = isShared ? ExtrasOf(relation.To) : FreeOf(relation.To);
        long[] message = new long[_model.Lists[relation.To].Count];
        if (extras.Least >= Cost.Infinite) return new Message(Cost.Infinite, message);
        AddNearest(relation, extras, isSingle: false, perReplica);
        return new Message(Cost.Add(constant, Fill(relation.From, perReplica).Least), message);
    }

    /// <summary>Every site of an item, none at an extra cost.</summary>
    private Extras FreeOf(int item)
    {
        SiteList list = _model.Lists[item];
        Dictionary<int, long> byLocation = [];
        foreach (int location in list.Locations) byLocation[location] = 0;
        return new Extras(0, list.Sites.ToDictionary(static site => site, static _ => 0L), byLocation);
    }
}
