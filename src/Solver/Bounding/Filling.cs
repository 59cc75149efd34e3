using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Bounding;

/// <summary>The cheapest way to place the replicas of one item when a replica costs so much at each site, and a provider a fixed amount once; other couplings are left out.</summary>
/// <remarks>
/// Dividing n replicas among providers needs only the n cheapest providers for each number of replicas: of a division that puts k replicas elsewhere, one of the n is free to
/// take them, at no higher cost. The others are left out before the division is computed.
/// </remarks>
internal sealed class Filling
{
    /// <summary>Up to so many replicas fixed costs are exact; of more each replica pays its part.</summary>
    private const int ExactQuantityMax = 16;

    private readonly SiteList _list;
    private readonly ScreenedProblem _problem;
    private readonly int _providerCap;
    private readonly int _locationCap;
    private readonly int _width;

    /// <summary>Fillings of an item.</summary>
    public Filling(ScreenedProblem problem, SiteList list, ItemCaps caps)
    {
        (_problem, _list, _width) = (problem, list, list.Quantity + 1);
        _providerCap = Math.Min(list.Quantity, caps[Model.Domain.Provider]);
        _locationCap = Math.Min(list.Quantity, Math.Min(caps[Model.Domain.Location], caps[Model.Domain.Country]));
    }

    /// <summary>Whether a provider's fixed cost is paid once; otherwise every replica pays its part.</summary>
    public bool IsExact => _list.Quantity <= ExactQuantityMax;

    /// <summary>The least cost, which blocks it takes, and what extra replicas cost.</summary>
    /// <param name="perReplica">What a replica of the first block costs at each site, without the fixed cost.</param>
    /// <param name="fixedCosts">Fixed cost by slot; per replica when not exact.</param>
    /// <param name="earned">What the first replica at each site earns; empty when nothing.</param>
    public Filled Solve(ReadOnlySpan<long> perReplica, ReadOnlySpan<long> fixedCosts, ReadOnlySpan<long> earned)
    {
        if (_list.Quantity == 1) return SolveOne(perReplica, fixedCosts, earned);
        return IsExact ? SolveExactly(perReplica, fixedCosts, earned) : SolveLinearly(perReplica, fixedCosts, earned);
    }

    /// <summary>Whether the item's rules let all replicas be at one site.</summary>
    public bool CanBeTogether => Math.Min(_providerCap, _locationCap) >= _list.Quantity;

    /// <summary>The least cost of all replicas at one site, without the fixed cost, and the block of the dearest; infinite when they do not fit there.</summary>
    /// <param name="site">The site.</param>
    /// <param name="perReplica">What a replica of its first block costs.</param>
    public (long Least, int Dearest) Together(int site, long perReplica)
    {
        int left = perReplica >= Cost.Infinite || !CanBeTogether ? int.MaxValue : _list.Quantity;
        long sum = 0;
        int dearest = _list.Starts[site];
        for (int block = dearest; block < _list.Starts[site + 1] && left is > 0 and < int.MaxValue; block++)
        {
            int replicas = Math.Min(left, _list.Blocks[block].Count);
            sum += (perReplica + _list.Blocks[block].Cost - _list.FirstCosts[site]) * replicas;
            left -= replicas;
            dearest = block;
        }

        return (left == 0 ? sum : Cost.Infinite, dearest);
    }

    /// <summary>The least cost alone.</summary>
    public long Least(ReadOnlySpan<long> perReplica, ReadOnlySpan<long> fixedCosts, ReadOnlySpan<long> earned)
    {
        if (_list.Quantity == 1) return Best(perReplica, fixedCosts, earned).Least;
        if (!IsExact) return SolveLinearly(perReplica, fixedCosts, earned).Least;
        using Buffer<long> sums = Sums(perReplica, earned);
        int[] slots = Cheapest(sums.Span, fixedCosts);
        return Split(slots, sums.Span, fixedCosts).Least;
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
        Span<long> cheapest = stackalloc long[ExactQuantityMax];
        int count = CheapestCosts(slot, perReplica, earned, cheapest[..Math.Max(0, _providerCap)]);
        long least = Cost.Infinite;
        long sum = 0;
        for (int k = 1; k <= count; k++)
        {
            sum += cheapest[k - 1];
            least = Math.Min(least, Cost.Add(sum, known.Elsewhere[(slot * _width) + k]));
        }

        return least;
    }

    private ulong RankOf(int block) => _problem.RankOf(_list.Costs.Item.Ways.Pools[_list.Blocks[block].Way]);

    private Filled SolveOne(ReadOnlySpan<long> perReplica, ReadOnlySpan<long> fixedCosts, ReadOnlySpan<long> earned)
    {
        (int best, long least) = Best(perReplica, fixedCosts, earned);
        return new Filled(least, best < 0 ? [] : [(best, 1)], Most: 1, Replacing(fixedCosts.Length), OfOne(fixedCosts, shift: 0));
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

    /// <summary>Of one replica in each slot nothing is known but that it takes the place of another.</summary>
    private static long[] Replacing(int slots)
    {
        long[] here = new long[slots * 2];
        for (int slot = 0; slot < slots; slot++) here[(slot * 2) + 1] = Cost.Infinite;
        return here;
    }

    private static long[] OfOne(ReadOnlySpan<long> fixedCosts, long shift)
    {
        long[] elsewhere = new long[fixedCosts.Length * 2];
        for (int slot = 0; slot < fixedCosts.Length; slot++) elsewhere[(slot * 2) + 1] = fixedCosts[slot] + shift;
        return elsewhere;
    }

    private Filled SolveExactly(ReadOnlySpan<long> perReplica, ReadOnlySpan<long> fixedCosts, ReadOnlySpan<long> earned)
    {
        using Buffer<long> sums = Sums(perReplica, earned);
        int[] slots = Cheapest(sums.Span, fixedCosts);
        ProviderSplit split = Split(slots, sums.Span, fixedCosts);
        List<(int Block, int Replicas)> chosen = [];
        foreach ((int position, int count) in split.Chosen()) Take(slots[position], count, perReplica, earned, chosen);
        return new Filled(split.Least, chosen, _list.Quantity, sums.Span.ToArray(), Elsewhere(slots, split, fixedCosts));
    }

    /// <summary>By slot and number of replicas, the cost of so many there, without the fixed cost.</summary>
    private Buffer<long> Sums(ReadOnlySpan<long> perReplica, ReadOnlySpan<long> earned)
    {
        Buffer<long> buffer = new(_list.Slots * _width);
        buffer.Extend(_list.Slots * _width);
        Span<long> sums = buffer.Span;
        Span<long> cheapest = stackalloc long[ExactQuantityMax];
        cheapest = cheapest[..Math.Max(0, _providerCap)];
        for (int slot = 0; slot < _list.Slots; slot++)
        {
            Span<long> own = sums.Slice(slot * _width, _width);
            int count = CheapestCosts(slot, perReplica, earned, cheapest);
            own[0] = 0;
            for (int k = 1; k < _width; k++) own[k] = k <= count ? own[k - 1] + cheapest[k - 1] : Cost.Infinite;
        }

        return buffer;
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

    /// <summary>The slots that may be part of a cheapest division, in the order of their ranks.</summary>
    private int[] Cheapest(ReadOnlySpan<long> sums, ReadOnlySpan<long> fixedCosts)
    {
        int quantity = _list.Quantity;
        if (_list.Slots <= quantity) return [.. Enumerable.Range(0, _list.Slots)];
        Span<long> costs = stackalloc long[ExactQuantityMax * ExactQuantityMax];
        Span<int> slots = stackalloc int[ExactQuantityMax * ExactQuantityMax];
        Span<int> counts = stackalloc int[ExactQuantityMax];
        counts.Clear();
        for (int slot = 0; slot < _list.Slots; slot++)
        {
            for (int k = 1; k <= quantity; k++)
            {
                long sum = sums[(slot * _width) + k];
                if (sum >= Cost.Infinite) break;
                Keep(costs.Slice((k - 1) * quantity, quantity), slots.Slice((k - 1) * quantity, quantity), ref counts[k - 1], sum + fixedCosts[slot], slot);
            }
        }

        SortedSet<(ulong Rank, int Slot)> kept = [];
        for (int k = 0; k < quantity; k++)
        {
            foreach (int slot in slots.Slice(k * quantity, counts[k])) kept.Add((RankOfSlot(slot), slot));
        }

        return [.. kept.Select(static entry => entry.Slot)];
    }

    private void Keep(Span<long> costs, Span<int> slots, ref int count, long cost, int slot)
    {
        if (count == costs.Length && !IsBefore(cost, slot, costs[count - 1], slots[count - 1])) return;
        int place = count < costs.Length ? count++ : count - 1;
        for (; place > 0 && IsBefore(cost, slot, costs[place - 1], slots[place - 1]); place--) (costs[place], slots[place]) = (costs[place - 1], slots[place - 1]);
        (costs[place], slots[place]) = (cost, slot);
    }

    private bool IsBefore(long cost, int slot, long otherCost, int otherSlot) => cost < otherCost || (cost == otherCost && RankOfSlot(slot) < RankOfSlot(otherSlot));

    private ulong RankOfSlot(int slot) => RankOf(_list.Starts[_list.SlotStarts[slot]]);

    private ProviderSplit Split(int[] slots, ReadOnlySpan<long> sums, ReadOnlySpan<long> fixedCosts)
    {
        long[] own = new long[slots.Length * _width];
        long[] fixedOfSlot = new long[slots.Length];
        for (int i = 0; i < slots.Length; i++)
        {
            sums.Slice(slots[i] * _width, _width).CopyTo(own.AsSpan(i * _width));
            fixedOfSlot[i] = fixedCosts[slots[i]];
        }

        return new ProviderSplit(own, fixedOfSlot, _list.Quantity);
    }

    /// <summary>The least cost of the other replicas when so many are in a slot, which pays its fixed cost.</summary>
    private long[] Elsewhere(int[] slots, ProviderSplit split, ReadOnlySpan<long> fixedCosts)
    {
        long[] elsewhere = new long[_list.Slots * _width];
        for (int slot = 0; slot < _list.Slots; slot++)
        {
            for (int count = 1; count < _width; count++) elsewhere[(slot * _width) + count] = Cost.Add(split.Best(_list.Quantity - count), fixedCosts[slot]);
        }

        for (int i = 0; i < slots.Length; i++)
        {
            for (int count = 1; count < _width; count++) elsewhere[(slots[i] * _width) + count] = Cost.Add(split.Elsewhere(i, _list.Quantity - count), fixedCosts[slots[i]]);
        }

        int most = Math.Min(_list.Quantity, Math.Max(1, _providerCap));
        for (int slot = 0; slot < _list.Slots; slot++) elsewhere.AsSpan((slot * _width) + most + 1, _list.Quantity - most).Fill(Cost.Infinite);
        return elsewhere;
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

        return new Filled(left == 0 ? sum : Cost.Infinite, chosen, Most: 1, Replacing(fixedCosts.Length), OfOne(fixedCosts, sum - dearest));
    }
}
