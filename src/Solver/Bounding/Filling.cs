using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Bounding;

/// <summary>The cheapest way to place the replicas of one item when a replica costs so much at each site, and a provider a fixed amount once; other couplings are left out.</summary>
/// <remarks>
/// Dividing n replicas among providers needs only the n − k + 1 cheapest providers for each number k of replicas: of a division that puts k replicas elsewhere, one of them is free to
/// take these, at no higher cost. The others are left out before the division is computed (<see cref="CheapSlots"/>).
/// </remarks>
internal sealed class Filling
{
    /// <summary>Up to so many replicas fixed costs are exact; of more each replica pays its part.</summary>
    internal const int ExactQuantityMax = 16;

    private readonly SiteList _list;
    private readonly ScreenedProblem _problem;
    private readonly int _providerCap;
    private readonly int _locationCap;
    private readonly int _width;
    private readonly CheapSlots _cheap;

    /// <summary>Fillings of an item.</summary>
    public Filling(ScreenedProblem problem, SiteList list, ItemCaps caps)
    {
        (_problem, _list, _width) = (problem, list, list.Quantity + 1);
        _providerCap = Math.Min(list.Quantity, caps[Model.Domain.Provider]);
        _locationCap = Math.Min(list.Quantity, Math.Min(caps[Model.Domain.Location], caps[Model.Domain.Country]));
        _cheap = new CheapSlots(this, list, Math.Max(0, _providerCap));
    }

    /// <summary>Whether a provider's fixed cost is paid once; otherwise every replica pays its part.</summary>
    public bool IsExact => _list.Quantity <= ExactQuantityMax;

    /// <summary>The least cost, which blocks it takes, and what extra replicas cost.</summary>
    /// <param name="perReplica">What a replica of the first block costs at each site, without the fixed cost; not to be changed as long as the filling is in use.</param>
    /// <param name="fixedCosts">Fixed cost by slot; per replica when not exact.</param>
    /// <param name="earned">What the first replica at each site earns; empty when nothing.</param>
    public Filled Solve(long[] perReplica, long[] fixedCosts, long[] earned)
    {
        if (_list.Quantity == 1) return SolveOne(perReplica, fixedCosts, earned);
        return IsExact ? SolveExactly(perReplica, fixedCosts, earned) : SolveLinearly(perReplica, fixedCosts, earned);
    }

    /// <summary>The least cost alone.</summary>
    public long Least(ReadOnlySpan<long> perReplica, ReadOnlySpan<long> fixedCosts, ReadOnlySpan<long> earned)
    {
        if (_list.Quantity == 1) return Best(perReplica, fixedCosts, earned).Least;
        return IsExact ? Split(_cheap.Of(perReplica, fixedCosts, earned), perReplica, fixedCosts, earned).Least : SolveLinearly(perReplica, fixedCosts, earned).Least;
    }

    /// <summary>The least cost when a replica costs something else at one site.</summary>
    /// <param name="known">The filling at the costs given.</param>
    /// <param name="site">The site.</param>
    /// <param name="cost">What a replica of its first block costs there, at most as much as before.</param>
    /// <param name="perReplica">What it costs at each site otherwise.</param>
    /// <param name="fixedCosts">Fixed cost by slot.</param>
    /// <param name="earned">What the first replica at each site earns; empty when nothing.</param>
    public long LeastWith(Filled known, int site, long cost, long[] perReplica, ReadOnlySpan<long> fixedCosts, ReadOnlySpan<long> earned)
    {
        long before = perReplica[site];
        perReplica[site] = cost;
        long least = IsExact ? Math.Min(known.Least, LeastUsing(known, _list.SlotOf[site], perReplica, earned)) : SolveLinearly(perReplica, fixedCosts, earned).Least;
        perReplica[site] = before;
        return least;
    }

    /// <summary>The least cost with some replicas in a slot, at other costs than those of a known filling.</summary>
    private long LeastUsing(Filled known, int slot, ReadOnlySpan<long> perReplica, ReadOnlySpan<long> earned)
    {
        Span<long> sums = stackalloc long[ExactQuantityMax + 1];
        int count = Sums(slot, perReplica, earned, sums);
        long least = Cost.Infinite;
        for (int k = 1; k <= count; k++) least = Math.Min(least, Cost.Add(sums[k], known.Elsewhere(slot, k)));
        return least;
    }

    /// <summary>Costs of 0 … n replicas in a slot, without the fixed cost.</summary>
    /// <returns>The largest n.</returns>
    internal int Sums(int slot, ReadOnlySpan<long> perReplica, ReadOnlySpan<long> earned, Span<long> sums)
    {
        int count = CheapestCosts(slot, perReplica, earned, sums.Slice(1, Math.Max(0, _providerCap)));
        sums[0] = 0;
        for (int k = 1; k <= count; k++) sums[k] += sums[k - 1];
        return count;
    }

    /// <summary>Most replicas that may be in one slot; 1 where none may be.</summary>
    internal int MostInSlot => Math.Max(1, _providerCap);

    /// <summary>Rank of the pool of a block, by which equals are told apart.</summary>
    internal ulong RankOf(int block) => _problem.RankOf(_list.Costs.Item.Ways.Pools[_list.Blocks[block].Way]);

    private Filled SolveOne(long[] perReplica, long[] fixedCosts, long[] earned)
    {
        (int best, long least) = Best(perReplica, fixedCosts, earned);
        return Filled.OfOne(least, best < 0 ? [] : [(best, 1)], fixedCosts, before: 0);
    }

    private (int Block, long Least) Best(ReadOnlySpan<long> perReplica, ReadOnlySpan<long> fixedCosts, ReadOnlySpan<long> earned)
    {
        long least = Cost.Infinite;
        int best = -1;
        for (int site = 0; site < perReplica.Length; site++)
        {
            if (perReplica[site] >= Cost.Infinite) continue;
            long cost = perReplica[site] + fixedCosts[_list.SlotOf[site]] - (earned.Length == 0 ? 0 : earned[site]);
            int block = _list.Starts[site];
            if (cost > least || _list.Blocks[block].Count == 0 || (cost == least && best >= 0 && RankOf(block) >= RankOf(best))) continue;
            (least, best) = (cost, block);
        }

        return (best, least);
    }

    private Filled SolveExactly(long[] perReplica, long[] fixedCosts, long[] earned)
    {
        int[] slots = _cheap.Of(perReplica, fixedCosts, earned);
        return Filled.Of(this, slots, Split(slots, perReplica, fixedCosts, earned), perReplica, fixedCosts, earned);
    }

    /// <summary>Blocks with replicas in a division.</summary>
    internal List<(int Block, int Replicas)> Chosen(int[] slots, ProviderSplit split, ReadOnlySpan<long> perReplica, ReadOnlySpan<long> earned)
    {
        List<(int Block, int Replicas)> chosen = [];
        foreach ((int position, int count) in split.Chosen()) Take(slots[position], count, perReplica, earned, chosen);
        return chosen;
    }

    /// <summary>Costs of the cheapest replicas in one slot, ascending, as many as have a place in the span.</summary>
    private int CheapestCosts(int slot, ReadOnlySpan<long> perReplica, ReadOnlySpan<long> earned, Span<long> cheapest)
    {
        int count = 0;
        int most = Math.Min(_locationCap, cheapest.Length);
        for (int site = _list.SlotStarts[slot]; site < _list.SlotStarts[slot + 1]; site++)
        {
            if (perReplica[site] >= Cost.Infinite) continue;
            long shift = perReplica[site] - _list.FirstCosts[site];
            long bonus = earned.Length == 0 ? 0 : earned[site];
            int left = most;
            for (int block = _list.Starts[site]; block < _list.Starts[site + 1] && left > 0; block++)
            {
                long cost = shift + _list.Blocks[block].Cost;
                int copies = Math.Min(left, _list.Blocks[block].Count);
                left -= copies;
                if (bonus > 0 && copies > 0)
                {
                    Insert(cheapest, ref count, cost - bonus);
                    (bonus, copies) = (0, copies - 1);
                }

                while (copies-- > 0 && Insert(cheapest, ref count, cost))
                {
                }
            }
        }

        return count;
    }

    private static bool Insert(Span<long> cheapest, ref int count, long cost)
    {
        if (count == cheapest.Length && (count == 0 || cost >= cheapest[count - 1])) return false;
        int place = count < cheapest.Length ? count++ : count - 1;
        for (; place > 0 && cost < cheapest[place - 1]; place--) cheapest[place] = cheapest[place - 1];
        cheapest[place] = cost;
        return true;
    }

    private ProviderSplit Split(int[] slots, ReadOnlySpan<long> perReplica, ReadOnlySpan<long> fixedCosts, ReadOnlySpan<long> earned)
    {
        long[] own = new long[slots.Length * _width];
        long[] fixedOfSlot = new long[slots.Length];
        Span<long> sums = stackalloc long[ExactQuantityMax + 1];
        for (int i = 0; i < slots.Length; i++)
        {
            int count = Sums(slots[i], perReplica, earned, sums);
            Span<long> ofSlot = own.AsSpan(i * _width, _width);
            sums[..(count + 1)].CopyTo(ofSlot);
            ofSlot[(count + 1)..].Fill(Cost.Infinite);
            fixedOfSlot[i] = fixedCosts[slots[i]];
        }

        return new ProviderSplit(own, fixedOfSlot, _list.Quantity);
    }

    /// <summary>Puts replicas of a slot where they are cheapest there.</summary>
    private void Take(int slot, int count, ReadOnlySpan<long> perReplica, ReadOnlySpan<long> earned, List<(int Block, int Replicas)> chosen)
    {
        List<(long Cost, ulong Rank, int Block, int Copies)> entries = [];
        for (int site = _list.SlotStarts[slot]; site < _list.SlotStarts[slot + 1]; site++)
        {
            if (perReplica[site] >= Cost.Infinite) continue;
            int left = Math.Min(_locationCap, count);
            long bonus = earned.Length == 0 ? 0 : earned[site];
            for (int block = _list.Starts[site]; block < _list.Starts[site + 1] && left > 0; block++)
            {
                int copies = Math.Min(left, _list.Blocks[block].Count);
                long cost = perReplica[site] + _list.Blocks[block].Cost - _list.FirstCosts[site];
                left -= copies;
                if (bonus > 0 && copies > 0)
                {
                    entries.Add((cost - bonus, RankOf(block), block, 1));
                    (bonus, copies) = (0, copies - 1);
                }

                if (copies > 0) entries.Add((cost, RankOf(block), block, copies));
            }
        }

        entries.Sort();
        foreach ((_, _, int block, int copies) in entries)
        {
            int replicas = Math.Min(copies, count);
            if (replicas == 0) break;
            chosen.Add((block, replicas));
            count -= replicas;
        }
    }

    private Filled SolveLinearly(ReadOnlySpan<long> perReplica, ReadOnlySpan<long> fixedCosts, ReadOnlySpan<long> earned)
    {
        List<(long Cost, ulong Rank, int Block, int Copies)> entries = [];
        for (int site = 0; site < perReplica.Length; site++)
        {
            if (perReplica[site] >= Cost.Infinite) continue;
            long shift = perReplica[site] + fixedCosts[_list.SlotOf[site]] - _list.FirstCosts[site];
            long bonus = earned.Length == 0 ? 0 : earned[site];
            for (int block = _list.Starts[site]; block < _list.Starts[site + 1]; block++)
            {
                int copies = _list.Blocks[block].Count;
                long cost = shift + _list.Blocks[block].Cost;
                if (bonus > 0 && copies > 0)
                {
                    entries.Add((cost - bonus, RankOf(block), block, 1));
                    (bonus, copies) = (0, copies - 1);
                }

                if (copies > 0) entries.Add((cost, RankOf(block), block, copies));
            }
        }

        entries.Sort();
        return TakeLinearly(entries, fixedCosts);
    }

    private Filled TakeLinearly(List<(long Cost, ulong Rank, int Block, int Copies)> entries, ReadOnlySpan<long> fixedCosts)
    {
        int[] used = new int[_list.Slots];
        List<(int Block, int Replicas)> chosen = [];
        long sum = 0;
        long dearest = 0;
        int left = _list.Quantity;
        foreach ((long cost, _, int block, int copies) in entries)
        {
            if (left == 0) break;
            int slot = _list.SlotOf[_list.SiteOfBlock(block)];
            int replicas = Math.Min(Math.Min(left, copies), _providerCap - used[slot]);
            if (replicas <= 0) continue;
            used[slot] += replicas;
            chosen.Add((block, replicas));
            dearest = cost;
            sum += cost * replicas;
            left -= replicas;
        }

        return Filled.OfOne(left == 0 ? sum : Cost.Infinite, chosen, fixedCosts.ToArray(), sum - dearest);
    }
}
