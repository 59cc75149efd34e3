namespace Fulcrum.Solver.Bounding;

/// <summary>The cheapest way to place the replicas of one item when a replica costs so much at each site, and a provider a fixed amount once; other couplings are left out.</summary>
internal sealed class Filling
{
    /// <summary>Up to so many replicas fixed costs are exact; of more each replica pays its part.</summary>
    private const int ExactQuantityMax = 16;

    private readonly SiteList _list;
    private readonly int _providerCap;
    private readonly int _locationCap;
    private readonly ulong[] _rankOfBlock;
    private readonly int[] _slotOfSite;
    private readonly int[][] _sitesOfSlot;

    /// <summary>Fillings of an item.</summary>
    /// <param name="list">The sites.</param>
    /// <param name="caps">Caps of the item.</param>
    /// <param name="rankOfWay">Breaks ties.</param>
    public Filling(SiteList list, ItemCaps caps, Func<int, ulong> rankOfWay)
    {
        _list = list;
        _providerCap = Math.Min(list.Quantity, caps[Model.Domain.Provider]);
        _locationCap = Math.Min(list.Quantity, Math.Min(caps[Model.Domain.Location], caps[Model.Domain.Country]));
        _rankOfBlock = [.. list.Blocks.Select(block => block.Way < 0 ? 0 : rankOfWay(block.Way))];
        SiteOfBlock = new int[list.Blocks.Length];
        for (int site = 0; site < list.Count; site++) Array.Fill(SiteOfBlock, site, list.Starts[site], list.Starts[site + 1] - list.Starts[site]);
        Dictionary<int, int> slots = [];
        _slotOfSite = new int[list.Count];
        for (int site = 0; site < list.Count; site++)
        {
            if (!slots.TryGetValue(list.Providers[site], out _slotOfSite[site])) slots[list.Providers[site]] = _slotOfSite[site] = slots.Count;
        }

        List<int>[] sites = [.. slots.Select(static _ => new List<int>())];
        for (int site = 0; site < list.Count; site++) sites[_slotOfSite[site]].Add(site);
        _sitesOfSlot = [.. sites.Select(static own => own.ToArray())];
    }

    /// <summary>Position of the site, by block.</summary>
    public int[] SiteOfBlock { get; }

    /// <summary>Whether a provider's fixed cost is paid once; otherwise every replica pays its part.</summary>
    public bool IsExact => _list.Quantity <= ExactQuantityMax;

    /// <summary>The least cost and what extra replicas cost.</summary>
    /// <param name="perReplica">What a replica of the first block costs at each site, without the fixed cost.</param>
    /// <param name="fixedCosts">Fixed cost at each site's provider; per replica when not exact.</param>
    public Filled Solve(long[] perReplica, long[] fixedCosts)
    {
        if (_list.Quantity == 1) return SolveOne(perReplica, fixedCosts);
        return IsExact ? SolveExactly(perReplica, fixedCosts) : SolveLinearly(perReplica, fixedCosts);
    }

    private Filled SolveOne(long[] perReplica, long[] fixedCosts)
    {
        long least = Cost.Infinite;
        int best = -1;
        for (int site = 0; site < perReplica.Length; site++)
        {
            if (perReplica[site] >= Cost.Infinite) continue;
            long cost = perReplica[site] + fixedCosts[site];
            int block = _list.Starts[site];
            if (cost > least || _list.Blocks[block].Count == 0 || (cost == least && best >= 0 && _rankOfBlock[block] >= _rankOfBlock[best])) continue;
            (least, best) = (cost, block);
        }

        return new Filled(least, best < 0 ? [] : [(best, 1)], (site, cost) => cost + fixedCosts[site] - least);
    }

    private Filled SolveExactly(long[] perReplica, long[] fixedCosts)
    {
        int quantity = _list.Quantity;
        int width = quantity + 1;
        long[] sums = new long[_sitesOfSlot.Length * width];
        int[] blocks = new int[_sitesOfSlot.Length * width];
        long[] fixedOfSlot = new long[_sitesOfSlot.Length];
        Span<(long Cost, ulong Rank, int Block)> cheapest = stackalloc (long, ulong, int)[ExactQuantityMax];
        for (int slot = 0; slot < _sitesOfSlot.Length; slot++)
        {
            fixedOfSlot[slot] = fixedCosts[_sitesOfSlot[slot][0]];
            int count = Cheapest(slot, perReplica, cheapest[..Math.Max(0, _providerCap)]);
            for (int k = 1; k <= quantity; k++)
            {
                sums[(slot * width) + k] = k <= count ? sums[(slot * width) + k - 1] + cheapest[k - 1].Cost : Cost.Infinite;
                blocks[(slot * width) + k] = k <= count ? cheapest[k - 1].Block : -1;
            }
        }

        return Combine(sums, blocks, fixedOfSlot);
    }

    /// <summary>The cheapest replicas at one provider, as many as have a place in the span.</summary>
    private int Cheapest(int slot, long[] perReplica, Span<(long Cost, ulong Rank, int Block)> cheapest)
    {
        int count = 0;
        foreach (int site in _sitesOfSlot[slot])
        {
            if (perReplica[site] >= Cost.Infinite) continue;
            int left = Math.Min(_locationCap, cheapest.Length);
            for (int block = _list.Starts[site]; block < _list.Starts[site + 1] && left > 0; block++)
            {
                (long Cost, ulong Rank, int Block) entry = (perReplica[site] + _list.Blocks[block].Cost - _list.First(site), _rankOfBlock[block], block);
                int copies = Math.Min(left, _list.Blocks[block].Count);
                left -= copies;
                while (copies-- > 0 && Insert(cheapest, ref count, entry))
                {
                }
            }
        }

        return count;
    }

    private static bool Insert(Span<(long Cost, ulong Rank, int Block)> cheapest, ref int count, (long Cost, ulong Rank, int Block) entry)
    {
        if (count == cheapest.Length && (count == 0 || !IsBefore(entry, cheapest[count - 1]))) return false;
        int place = count < cheapest.Length ? count++ : count - 1;
        for (; place > 0 && IsBefore(entry, cheapest[place - 1]); place--) cheapest[place] = cheapest[place - 1];
        cheapest[place] = entry;
        return true;
    }

    private static bool IsBefore((long Cost, ulong Rank, int Block) one, (long Cost, ulong Rank, int Block) other) =>
        one.Cost < other.Cost || (one.Cost == other.Cost && one.Rank < other.Rank);

    /// <summary>Divides the replicas among providers.</summary>
    private Filled Combine(long[] sums, int[] blocks, long[] fixedOfSlot)
    {
        int quantity = _list.Quantity;
        int width = quantity + 1;
        ProviderSplit split = new(sums, fixedOfSlot, quantity);
        List<(int Block, int Replicas)> chosen = [];
        foreach ((int slot, int count) in split.Chosen())
        {
            for (int k = 1; k <= count; k++) chosen.Add((blocks[(slot * width) + k], 1));
        }

        return new Filled(split.Least, chosen, (site, cost) => ExtraExactly(site, cost, sums, fixedOfSlot, split));
    }

    /// <summary>Some replicas at the site's provider, one of them here, and the others at other providers, wherever they are cheapest.</summary>
    private long ExtraExactly(int site, long cost, long[] sums, long[] fixedOfSlot, ProviderSplit split)
    {
        int quantity = _list.Quantity;
        int slot = _slotOfSite[site];
        long best = Cost.Infinite;
        for (int k = 1; k <= Math.Min(quantity, Math.Max(1, _providerCap)); k++)
        {
            long here = sums[(slot * (quantity + 1)) + k - 1];
            best = Math.Min(best, Cost.Add(Cost.Add(here, split.Elsewhere(slot, quantity - k)), cost + fixedOfSlot[slot]));
        }

        return best >= Cost.Infinite ? best : best - split.Least;
    }

    private Filled SolveLinearly(long[] perReplica, long[] fixedCosts)
    {
        int count = 0;
        (long Cost, ulong Rank)[] keys = new (long, ulong)[_list.Blocks.Length];
        int[] order = new int[_list.Blocks.Length];
        for (int block = 0; block < keys.Length; block++)
        {
            int site = SiteOfBlock[block];
            if (perReplica[site] >= Cost.Infinite || _list.Blocks[block].Count == 0) continue;
            keys[count] = (perReplica[site] + fixedCosts[site] + _list.Blocks[block].Cost - _list.First(site), _rankOfBlock[block]);
            order[count++] = block;
        }

        Array.Sort(keys, order, 0, count);
        return Take(keys, order, count, fixedCosts);
    }

    private Filled Take((long Cost, ulong Rank)[] keys, int[] order, int count, long[] fixedCosts)
    {
        Dictionary<int, int> used = [];
        List<(int Block, int Replicas)> chosen = [];
        long sum = 0;
        long dearest = 0;
        int left = _list.Quantity;
        for (int i = 0; i < count && left > 0; i++)
        {
            int slot = _slotOfSite[SiteOfBlock[order[i]]];
            int replicas = Math.Min(Math.Min(left, _list.Blocks[order[i]].Count), _providerCap - used.GetValueOrDefault(slot));
            if (replicas <= 0) continue;
            used[slot] = used.GetValueOrDefault(slot) + replicas;
            chosen.Add((order[i], replicas));
            dearest = keys[i].Cost;
            sum += keys[i].Cost * replicas;
            left -= replicas;
        }

        return new Filled(left == 0 ? sum : Cost.Infinite, chosen, (site, cost) => cost + fixedCosts[site] - dearest);
    }
}
