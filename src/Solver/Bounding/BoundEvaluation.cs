namespace Fulcrum.Solver.Bounding;

/// <summary>The least cost of a relaxation under its present multipliers: messages within groups of items, charges between them, the cheapest filling of every item.</summary>
/// <remarks>
/// The message of an item to its neighbour in a group says what the item and everything behind it cost, by what the neighbour does: a constant, and an addition per replica of the
/// neighbour at each of its sites. It is exact between items of one replica.
/// </remarks>
internal sealed class BoundEvaluation
{
    private const int None = -1;
    private const int StackMax = 256;

    private readonly BoundModel _model;
    private readonly int _uncharged;
    private readonly long[][] _own;
    private readonly long[][] _shares;
    private readonly Extras?[] _extras;
    private readonly Message?[] _toFirst;
    private readonly Message?[] _toOther;

    /// <summary>An evaluation of a model as it stands.</summary>
    public BoundEvaluation(BoundModel model)
    {
        (_model, _uncharged) = (model, None);
        int items = model.Lists.Length;
        (_own, _shares) = (new long[items][], new long[items][]);
        for (int item = 0; item < items; item++) (_own[item], _shares[item]) = (model.OwnCosts(item, model.Graph.Folded), model.SharesOf(item));
        _extras = new Extras?[items];
        (_toFirst, _toOther) = (new Message?[model.Edges.Length], new Message?[model.Edges.Length]);
    }

    private BoundEvaluation(BoundEvaluation charged, int uncharged)
    {
        (_model, _uncharged, _own, _shares) = (charged._model, uncharged, charged._own, charged._shares);
        _extras = new Extras?[_own.Length];
        (_toFirst, _toOther) = (new Message?[_model.Edges.Length], new Message?[_model.Edges.Length]);
    }

    /// <summary>What an item tells its neighbour.</summary>
    /// <param name="Constant">Cost of the item and all behind it.</param>
    /// <param name="PerReplica">What it adds per replica of the neighbour at each of its sites.</param>
    private sealed record Message(long Constant, long[] PerReplica);

    /// <summary>The same with nobody charged for where replicas of an item are.</summary>
    public BoundEvaluation Without(int item) => new(this, item);

    /// <summary>The group of an item, seen from the item.</summary>
    public TreeRoot RootAt(int item)
    {
        (long constant, long[] perReplica) = Gather(item, except: null);
        Filled filled = Fill(item, perReplica);
        return new TreeRoot(_model.Lists[item], perReplica, Cost.Add(constant, filled.Least), filled);
    }

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

    /// <summary>The place of the other item that suits a replica of the first one best, by place of the first; −1 for none.</summary>
    public int NearestFor(Edge edge, int place)
    {
        Extras extras = ExtrasOf(edge.Relation.To);
        int best = None;
        long least = Cost.Infinite;
        for (int other = 0; other < extras.ByPlace.Length; other++)
        {
            long cost = Cost.Add(edge.Between(place, other), Part(edge, extras.ByPlace[other]));
            if (cost < least) (best, least) = (other, cost);
        }

        return best;
    }

    /// <summary>What a replica of the first item at a site wants of the other, of several replicas: its extra cost there, and whether that keeps traffic at the site.</summary>
    public (long Extra, bool Stays) WantedFrom(Edge edge, int site)
    {
        Extras extras = ExtrasOf(edge.Relation.To);
        int place = edge.From.PlaceOf[site];
        int nearest = NearestFor(edge, place);
        if (nearest < 0) return (0, false);
        int other = edge.ToSiteOf[site];
        if (other < 0 || extras.BySite[other] >= Cost.Infinite) return (extras.ByPlace[nearest], false);
        long here = Cost.Add(Part(edge, extras.BySite[other]), edge.Between(place, edge.To.PlaceOf[other]));
        long leaving = Cost.Add(Cost.Add(edge.Between(place, nearest), Part(edge, extras.ByPlace[nearest])), edge.Traffic[edge.From.Providers[site]]);
        return here <= leaving ? (extras.BySite[other], true) : (extras.ByPlace[nearest], false);
    }

    /// <summary>Blocks with replicas, by item: an answer of the relaxation.</summary>
    public List<(int Block, int Replicas)>[] Choose()
    {
        List<(int Block, int Replicas)>[] chosen = new List<(int, int)>[_own.Length];
        for (int item = 0; item < chosen.Length; item++) Choose(_model.Graph.Roots[_model.Graph.Group[item]], chosen, isPlan: false);
        return chosen;
    }

    /// <summary>The same with every item where those before it are best served, which makes a plan.</summary>
    public List<(int Block, int Replicas)>[] ChoosePlan()
    {
        List<(int Block, int Replicas)>[] chosen = new List<(int, int)>[_own.Length];
        for (int item = 0; item < chosen.Length; item++) Choose(_model.Graph.Roots[_model.Graph.Group[item]], chosen, isPlan: true);
        return chosen;
    }

    private void Choose(int item, List<(int Block, int Replicas)>[] chosen, bool isPlan)
    {
        if (chosen[item] is not null) return;
        long[] perReplica = [.. _own[item]];
        foreach (int number in _model.Graph.Edges[item])
        {
            Edge edge = _model.Edges[number];
            if (chosen[edge.Other(item)] is { } placed && (isPlan || !edge.IsCut)) AddPlaced(item, perReplica, edge, placed);
            else AddTo(perReplica, item, edge);
        }

        chosen[item] = Fill(item, perReplica).Chosen;
        foreach (int number in _model.Graph.Edges[item])
        {
            Edge edge = _model.Edges[number];
            if (isPlan || !edge.IsCut) Choose(edge.Other(item), chosen, isPlan);
        }
    }

    /// <summary>What the place of a neighbour makes each site of an item cost.</summary>
    private static void AddPlaced(int item, long[] perReplica, Edge edge, List<(int Block, int Replicas)> placed)
    {
        bool isFirst = edge.Relation.From == item;
        SiteList other = isFirst ? edge.To : edge.From;
        int[] sites = [.. placed.Select(choice => other.SiteOfBlock(choice.Block)).Distinct()];
        if (sites.Length == 0) return;
        for (int site = 0; site < perReplica.Length; site++)
        {
            if (perReplica[site] >= Cost.Infinite) continue;
            long least = Cost.Infinite;
            foreach (int target in sites)
            {
                (int from, int to) = isFirst ? (site, target) : (target, site);
                bool stays = edge.ToSiteOf[from] == to;
                long between = edge.Between(edge.From.PlaceOf[from], edge.To.PlaceOf[to]);
                least = Math.Min(least, Cost.Add(between, stays ? 0 : edge.Traffic[edge.From.Providers[from]]));
            }

            perReplica[site] = Cost.Add(perReplica[site], least);
        }
    }

    private long LeastFrom(int item)
    {
        (long constant, long[] perReplica) = Gather(item, except: null);
        return Cost.Add(constant, _model.Fillings[item].Least(perReplica, _shares[item]));
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
            if (isFirst) AddNearest(edge, ExtrasOf(edge.Relation.To), perReplica);
            return 0;
        }

        Message message = isFirst ? _toFirst[edge.Number] ??= FromTarget(edge) : _toOther[edge.Number] ??= FromSource(edge);
        Cost.AddTo(perReplica, message.PerReplica);
        return message.Constant;
    }

    /// <summary>What can be charged for an item: something only if its group is seen from it.</summary>
    private Extras ExtrasOf(int item) => _extras[item] ??= item == _uncharged || item != _model.Graph.Roots[_model.Graph.Group[item]]
        ? Extras.Free(_model.Lists[item])
        : NewExtras(item, Gather(item, except: null).PerReplica);

    private Extras NewExtras(int item, long[] perReplica) => Extras.Of(_model.Lists[item], Fill(item, perReplica), perReplica);

    /// <summary>The other item, of one replica, tells the first what being near each site costs, shared out over the first item's replicas.</summary>
    private Message FromTarget(Edge edge)
    {
        (long constant, long[] perReplica) = Gather(edge.Relation.To, edge);
        Extras extras = NewExtras(edge.Relation.To, perReplica);
        long[] message = new long[edge.From.Count];
        if (extras.Least >= Cost.Infinite) Array.Fill(message, Cost.Infinite);
        else AddNearest(edge, extras, message);
        return new Message(Cost.Add(constant, extras.Least), message);
    }

    /// <summary>Adds to the cost of each site of the first item what the nearest replica of the other costs it.</summary>
    private void AddNearest(Edge edge, Extras extras, long[] perReplica)
    {
        long[] nearest = NearestByPlace(edge, extras);
        SiteList source = edge.From;
        for (int site = 0; site < perReplica.Length; site++)
        {
            if (perReplica[site] >= Cost.Infinite) continue;
            int place = source.PlaceOf[site];
            long cost = Cost.Add(nearest[place], edge.Traffic[source.Providers[site]]);
            int other = edge.ToSiteOf[site];
            if (other >= 0 && extras.BySite[other] < Cost.Infinite)
            {
                cost = Math.Min(cost, Cost.Add(Part(edge, extras.BySite[other]), edge.Between(place, edge.To.PlaceOf[other])));
            }

            perReplica[site] = Cost.Add(perReplica[site], cost);
        }
    }

    private long[] NearestByPlace(Edge edge, Extras extras)
    {
        Span<long> parts = extras.ByPlace.Length <= StackMax ? stackalloc long[extras.ByPlace.Length] : new long[extras.ByPlace.Length];
        for (int other = 0; other < parts.Length; other++) parts[other] = Part(edge, extras.ByPlace[other]);
        long[] nearest = new long[edge.From.Places.Length];
        for (int place = 0; place < nearest.Length; place++)
        {
            ReadOnlySpan<long> between = edge.BetweenFrom(place);
            long least = Cost.Infinite;
            for (int other = 0; other < parts.Length; other++) least = Math.Min(least, parts[other] + between[other]);
            nearest[place] = least;
        }

        return nearest;
    }

    /// <summary>What one replica of the first item pays of the extra cost of the other.</summary>
    private long Part(Edge edge, long extra)
    {
        if (extra >= Cost.Infinite) return Cost.Infinite;
        return (edge.IsCut ? _model.Charges.Of(edge.Number, extra) : extra) / edge.From.Quantity;
    }

    /// <summary>By place, the least that a filling with a replica there costs more.</summary>
    private static long[] LeastByPlace(SiteList list, long[] perReplica, long[] surcharges)
    {
        long[] least = new long[list.Places.Length];
        Array.Fill(least, Cost.Infinite);
        for (int site = 0; site < perReplica.Length; site++)
        {
            ref long known = ref least[list.PlaceOf[site]];
            known = Math.Min(known, Cost.Add(perReplica[site], surcharges[list.SlotOf[site]]));
        }

        return least;
    }

    /// <summary>The first item tells the other, of one replica, what it and all behind it cost for each site of that replica.</summary>
    private Message FromSource(Edge edge)
    {
        (long constant, long[] perReplica) = Gather(edge.Relation.From, edge);
        SiteList source = edge.From;
        long[] leaving = new long[source.Count];
        for (int site = 0; site < leaving.Length; site++) leaving[site] = Cost.Add(perReplica[site], edge.Traffic[source.Providers[site]]);
        long[] byPlace = LeavingBy(edge, leaving);
        long[] message = new long[edge.To.Count];
        for (int site = 0; site < message.Length; site++) message[site] = byPlace[edge.To.PlaceOf[site]];
        for (int site = 0; site < source.Count; site++)
        {
            int other = edge.ToSiteOf[site];
            if (other < 0 || perReplica[site] >= Cost.Infinite) continue;
            message[other] = source.Quantity == 1
                ? Math.Min(message[other], Cost.Add(perReplica[site] + _shares[edge.Relation.From][source.SlotOf[site]], edge.Between(source.PlaceOf[site], edge.To.PlaceOf[other])))
                : message[other] >= Cost.Infinite ? Cost.Infinite : message[other] - (edge.Traffic[source.Providers[site]] * source.Quantity);
        }

        long least = Cost.Infinite;
        foreach (long cost in message) least = Math.Min(least, cost);
        for (int site = 0; site < message.Length; site++) message[site] = message[site] >= Cost.Infinite ? Cost.Infinite : (message[site] - least) / edge.To.Quantity;
        return new Message(Cost.Add(constant, least), message);
    }

    /// <summary>What the first item costs when all its traffic leaves, by place of the other.</summary>
    private long[] LeavingBy(Edge edge, long[] leaving)
    {
        SiteList source = edge.From;
        long[] byPlace = new long[edge.To.Places.Length];
        if (source.Quantity == 1)
        {
            long[] least = LeastByPlace(source, leaving, _shares[edge.Relation.From]);
            for (int place = 0; place < byPlace.Length; place++)
            {
                byPlace[place] = Cost.Infinite;
                for (int from = 0; from < least.Length; from++) byPlace[place] = Math.Min(byPlace[place], Cost.Add(least[from], edge.Between(from, place)));
            }

            return byPlace;
        }

        long[] moved = new long[source.Count];
        for (int place = 0; place < byPlace.Length; place++)
        {
            for (int site = 0; site < moved.Length; site++) moved[site] = Cost.Add(leaving[site], edge.Between(source.PlaceOf[site], place));
            byPlace[place] = _model.Fillings[edge.Relation.From].Least(moved, _shares[edge.Relation.From]);
        }

        return byPlace;
    }

    private Filled Fill(int item, long[] perReplica) => _model.Fillings[item].Solve(perReplica, _shares[item]);
}
