namespace Fulcrum.Solver.Bounding;

/// <summary>
/// Another relaxation under the same kind of multipliers: items along their main relations, each together at one site or apart; other relations are left to their first items. It
/// is close to exact for plans in which items stay together, as in most good ones.
/// </summary>
internal sealed class TreeBound
{
    private readonly BoundModel _model;
    private readonly RelationTree _tree;
    private readonly TreeItem[] _items;
    private readonly long _rootsLeast;

    /// <summary>Computes the bound of a model as it stands.</summary>
    /// <param name="model">The model.</param>
    /// <param name="isTogether">Whether only plans count in which items stay together that can.</param>
    public TreeBound(BoundModel model, bool isTogether)
    {
        (_model, _tree) = (model, model.Tree);
        _items = new TreeItem[model.Lists.Length];
        foreach (int item in _tree.Order)
        {
            TreeItem[] sources = [.. _tree.Children[item].Select(child => _items[child])];
            _items[item] = new TreeItem(model.Lists[item], model.Fillings[item], model.OwnCosts(item, _tree.Others), model.SharesOf(item), model.MainEdges[item], sources, canBeApart: !isTogether || !model.Fillings[item].CanBeTogether);
            if (_tree.Main[item] is null) _rootsLeast = Cost.Add(_rootsLeast, _items[item].Least);
        }
    }

    /// <summary>No plan that counts costs less; infinite when there is none.</summary>
    public long Total => Cost.Add(_rootsLeast, _model.Loss);

    /// <summary>An answer of the relaxation: blocks with replicas by item.</summary>
    public List<(int Block, int Replicas)>[] Choose()
    {
        List<(int Block, int Replicas)>[] chosen = new List<(int, int)>[_items.Length];
        int?[] together = new int?[_items.Length];
        foreach (int item in _tree.Order.Reverse())
        {
            int? next = _tree.Main[item] is { } main ? together[main.To] : null;
            together[item] = SiteOf(_items[item], next);
            chosen[item] = together[item] is { } site ? Fill(_items[item].List, site) : _items[item].ChooseApart(next).Chosen;
        }

        return chosen;
    }

    /// <summary>Drops the ways with which the bound is not below the cost of a known plan.</summary>
    /// <returns>Whether some way was dropped.</returns>
    public bool Drop(Weights weights, long incumbent)
    {
        bool dropped = false;
        Outside[] outside = new Outside[_items.Length];
        foreach (int item in _tree.Order.Reverse())
        {
            long rest = Total - (_tree.Main[item] is null ? _items[item].Least : 0);
            outside[item] = _tree.Main[item] is { } main ? Beyond(item, main.To, outside[main.To]) : new Outside([], rest, rest);
            dropped |= Drop(item, outside[item], weights, incumbent);
        }

        return dropped;
    }

    /// <summary>What all costs that is neither an item nor before it in its tree.</summary>
    /// <param name="ByNext">By site of the next item, if that is used alone; empty for a root.</param>
    /// <param name="NextApart">If the next item is apart; for a root all other trees.</param>
    /// <param name="Least">The least of these.</param>
    private sealed record Outside(long[] ByNext, long NextApart, long Least);

    private static List<(int Block, int Replicas)> Fill(SiteList list, int site)
    {
        List<(int, int)> filled = [];
        int left = list.Quantity;
        for (int block = list.Starts[site]; block < list.Starts[site + 1] && left > 0; block++)
        {
            int replicas = Math.Min(left, list.Blocks[block].Count);
            if (replicas > 0) filled.Add((block, replicas));
            left -= replicas;
        }

        return filled;
    }

    /// <summary>The site at which an item is together in a cheapest answer; null when it is apart.</summary>
    private static int? SiteOf(TreeItem item, int? next)
    {
        long apart = item.Edge is null ? item.Apart : next is { } known ? item.ApartBy[known] : item.ApartFree;
        int? best = null;
        long least = Cost.Infinite;
        for (int site = 0; site < item.Together.Length; site++)
        {
            long cost = item.Edge is null ? item.Together[site] : Cost.Add(item.Together[site], next is { } used ? item.Between(site, used) : LeastBetween(item, site));
            if (cost < least) (best, least) = (site, cost);
        }

        return least <= apart ? best : null;
    }

    private static long LeastBetween(TreeItem item, int site)
    {
        Edge edge = item.Edge!;
        long least = Cost.Infinite;
        foreach (long between in edge.BetweenFrom(item.List.PlaceOf[site])) least = Math.Min(least, between);
        if (least >= Cost.Infinite) return Cost.Infinite;
        return item.List.Quantity * (least + (edge.ToSiteOf[site] >= 0 ? 0 : edge.Traffic[item.List.Providers[site]]));
    }

    private Outside Beyond(int item, int next, Outside beyondNext)
    {
        TreeItem own = _items[item];
        TreeItem target = _items[next];
        long[] up = Up(target, beyondNext);
        long[] byNext = new long[target.Together.Length];
        long least = Cost.Infinite;
        for (int site = 0; site < byNext.Length; site++)
        {
            long whole = Cost.Add(target.Together[site], up[site]);
            byNext[site] = whole >= Cost.Infinite ? Cost.Infinite : whole - own.By(site);
            least = Math.Min(least, byNext[site]);
        }

        long siblings = target.SourcesLeast >= Cost.Infinite ? Cost.Infinite : target.SourcesLeast - own.Least;
        long apart = Cost.Add(siblings, ApartAlone(target, beyondNext));
        return new Outside(byNext, apart, Math.Min(least, apart));
    }

    /// <summary>A bound on an item apart and all that is beyond it, without its sources.</summary>
    private static long ApartAlone(TreeItem item, Outside outside)
    {
        if (!item.CanBeApart) return Cost.Infinite;
        long least = Cost.Add(outside.NextApart, item.ApartAloneFree);
        for (int next = 0; next < outside.ByNext.Length; next++) least = Math.Min(least, Cost.Add(outside.ByNext[next], item.ApartAloneBy[next]));
        return least;
    }

    private static long ApartWhole(TreeItem item, Outside outside)
    {
        if (!item.CanBeApart) return Cost.Infinite;
        if (item.Edge is null) return Cost.Add(outside.NextApart, item.Apart);
        long least = Cost.Add(outside.NextApart, item.ApartFree);
        for (int next = 0; next < outside.ByNext.Length; next++) least = Math.Min(least, Cost.Add(outside.ByNext[next], item.ApartBy[next]));
        return least;
    }

    /// <summary>By site of an item together there, what is beyond it costs, main relation included.</summary>
    private static long[] Up(TreeItem item, Outside outside)
    {
        long[] up = new long[item.Together.Length];
        if (item.Edge is not { } edge)
        {
            Array.Fill(up, outside.NextApart);
            return up;
        }

        int quantity = item.List.Quantity;
        long[] byPlace = new long[edge.To.Places.Length];
        Array.Fill(byPlace, Cost.Infinite);
        for (int next = 0; next < outside.ByNext.Length; next++) byPlace[edge.To.PlaceOf[next]] = Math.Min(byPlace[edge.To.PlaceOf[next]], outside.ByNext[next]);
        long[] least = new long[item.List.Places.Length];
        for (int place = 0; place < least.Length; place++)
        {
            ReadOnlySpan<long> between = edge.BetweenFrom(place);
            least[place] = Cost.Infinite;
            for (int other = 0; other < byPlace.Length; other++)
            {
                if (between[other] < Cost.Infinite) least[place] = Math.Min(least[place], Cost.Add(byPlace[other], quantity * between[other]));
            }
        }

        for (int site = 0; site < up.Length; site++)
        {
            long leaving = Cost.Add(least[item.List.PlaceOf[site]], quantity * edge.Traffic[item.List.Providers[site]]);
            int next = edge.ToSiteOf[site];
            long staying = next < 0 ? Cost.Infinite : Cost.Add(outside.ByNext[next], item.Between(site, next));
            up[site] = Math.Min(Math.Min(leaving, staying), Cost.Add(outside.NextApart, LeastBetween(item, site)));
        }

        return up;
    }

    private bool Drop(int number, Outside outside, Weights weights, long incumbent)
    {
        TreeItem item = _items[number];
        SiteList list = item.List;
        long[] up = Up(item, outside);
        long apartWhole = ApartWhole(item, outside);
        long apartRest = Cost.Add(outside.Least, item.SourcesLeast);
        ItemCosts costs = _model.Costs[number];
        int before = costs.Active.Length;
        int position = 0;
        costs.Keep(way =>
        {
            int site = list.SiteOfWay[position++];
            long own = costs.OfWay[way] + _model.Prices.Of(costs.Item, way);
            long together = Cost.Add(Cost.Add(item.Together[site], up[site]), Math.Max(0, own - list.Blocks[item.Dearest[site]].Cost));
            long replica = Cost.Add(item.Free.PerReplica[site], own - list.FirstCosts[site]);
            long extra = item.FreeFilled.Extra(list.SlotOf[site], replica);
            long apart = extra >= Cost.Infinite ? Cost.Infinite : Math.Max(apartWhole, Cost.Add(apartRest, Cost.Add(item.Free.Least, extra)));
            long bound = Math.Min(together, apart);
            return bound < Cost.Infinite && (incumbent >= Cost.Infinite || weights.RoundUp(bound) < incumbent);
        });
        return costs.Active.Length < before;
    }
}
