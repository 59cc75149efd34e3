using System.Buffers;
using System.Numerics;

namespace Fulcrum.Solver.Bounding;

/// <summary>The slots of an item that may be part of its cheapest division among providers: those that are among the cheapest for some number of replicas.</summary>
/// <param name="filling">What replicas in a slot cost.</param>
/// <param name="list">The sites of the item.</param>
/// <param name="most">Most replicas in one slot.</param>
internal sealed class CheapSlots(Filling filling, SiteList list, int most)
{
    private ulong[]? _ranks;

    /// <summary>The slots that may be part of a cheapest division, in the order of their ranks.</summary>
    public int[] Of(ReadOnlySpan<long> perReplica, ReadOnlySpan<long> fixedCosts, ReadOnlySpan<long> earned)
    {
        int quantity = list.Quantity;
        if (list.Slots <= quantity) return [.. Enumerable.Range(0, list.Slots)];
        Span<long> costs = stackalloc long[quantity * quantity];
        Span<int> slots = stackalloc int[quantity * quantity];
        Span<int> counts = stackalloc int[quantity];
        Span<long> sums = stackalloc long[Filling.ExactQuantityMax + 1];
        Span<long> dearest = stackalloc long[most];
        counts.Clear();
        dearest.Fill(long.MaxValue);
        long[] replicas = ArrayPool<long>.Shared.Rent(list.Slots);
        CheapestReplicas(perReplica, earned, replicas);
        for (int slot = NextCheap(0, replicas, fixedCosts, dearest); slot < list.Slots; slot = NextCheap(slot + 1, replicas, fixedCosts, dearest))
        {
            int count = filling.Sums(slot, perReplica, earned, sums);
            for (int k = 1; k <= count; k++)
            {
                int first = (k - 1) * quantity;
                int kept = quantity - k + 1;
                Keep(costs.Slice(first, kept), slots.Slice(first, kept), ref counts[k - 1], sums[k] + fixedCosts[slot], slot);
                if (counts[k - 1] == kept) dearest[k - 1] = costs[first + kept - 1];
            }
        }

        ArrayPool<long>.Shared.Return(replicas);
        return Kept(slots, counts);
    }

    /// <summary>What the cheapest replica costs by slot; infinite where there can be none.</summary>
    private void CheapestReplicas(ReadOnlySpan<long> perReplica, ReadOnlySpan<long> earned, Span<long> cheapest)
    {
        ReadOnlySpan<int> starts = list.SlotStarts;
        int site = 0;
        for (int slot = 0; slot < starts.Length - 1; slot++)
        {
            long least = Cost.Infinite;
            for (; site < starts[slot + 1]; site++)
            {
                long cost = perReplica[site];
                if (earned.Length > 0 && cost < Cost.Infinite) cost = unchecked(cost - earned[site]);
                least = Math.Min(least, cost);
            }

            cheapest[slot] = least;
        }
    }

    /// <summary>The next slot that may be among the cheapest for some number of replicas: k replicas cost no less there than k times the cheapest, and the fixed cost.</summary>
    /// <param name="from">Slots before it are done.</param>
    /// <param name="replicas">What the cheapest replica costs by slot.</param>
    /// <param name="fixedCosts">Fixed cost by slot.</param>
    /// <param name="dearest">Cost above which a slot is not among the cheapest, by number of replicas less one.</param>
    /// <returns>The slot, or the number of slots.</returns>
    private int NextCheap(int from, ReadOnlySpan<long> replicas, ReadOnlySpan<long> fixedCosts, ReadOnlySpan<long> dearest)
    {
        int slots = list.Slots;
        int slot = from;
        for (; slot <= slots - Vector<long>.Count; slot += Vector<long>.Count)
        {
            if (!AnyCheap(new Vector<long>(replicas[slot..]), new Vector<long>(fixedCosts[slot..]), dearest)) continue;
            for (int lane = 0; lane < Vector<long>.Count; lane++)
            {
                if (IsCheap(replicas[slot + lane], fixedCosts[slot + lane], dearest)) return slot + lane;
            }
        }

        for (; slot < slots; slot++)
        {
            if (IsCheap(replicas[slot], fixedCosts[slot], dearest)) return slot;
        }

        return slots;
    }

    private static bool AnyCheap(Vector<long> replica, Vector<long> sum, ReadOnlySpan<long> dearest)
    {
        Vector<long> isCheap = Vector<long>.Zero;
        foreach (long limit in dearest)
        {
            sum += replica;
            isCheap |= Vector.LessThanOrEqual(sum, new Vector<long>(limit));
        }

        return Vector.LessThanAny(Vector.ConditionalSelect(isCheap, replica, new Vector<long>(Cost.Infinite)), new Vector<long>(Cost.Infinite));
    }

    private static bool IsCheap(long replica, long sum, ReadOnlySpan<long> dearest)
    {
        if (replica >= Cost.Infinite) return false;
        foreach (long limit in dearest)
        {
            sum = unchecked(sum + replica);
            if (sum <= limit) return true;
        }

        return false;
    }

    private int[] Kept(ReadOnlySpan<int> slots, ReadOnlySpan<int> counts)
    {
        int quantity = list.Quantity;
        Span<int> kept = stackalloc int[quantity * quantity];
        int count = 0;
        for (int k = 0; k < quantity; k++)
        {
            foreach (int slot in slots.Slice(k * quantity, counts[k]))
            {
                if (!kept[..count].Contains(slot)) kept[count++] = slot;
            }
        }

        int[] ordered = kept[..count].ToArray();
        ulong[] ranks = new ulong[count];
        for (int i = 0; i < count; i++) ranks[i] = RankOfSlot(ordered[i]);
        Array.Sort(ranks, ordered);
        return ordered;
    }

    private void Keep(Span<long> costs, Span<int> slots, ref int count, long cost, int slot)
    {
        if (count == costs.Length && !IsBefore(cost, slot, costs[count - 1], slots[count - 1])) return;
        int place = count < costs.Length ? count++ : count - 1;
        for (; place > 0 && IsBefore(cost, slot, costs[place - 1], slots[place - 1]); place--) (costs[place], slots[place]) = (costs[place - 1], slots[place - 1]);
        (costs[place], slots[place]) = (cost, slot);
    }

    private bool IsBefore(long cost, int slot, long otherCost, int otherSlot) => cost < otherCost || (cost == otherCost && RankOfSlot(slot) < RankOfSlot(otherSlot));

    private ulong RankOfSlot(int slot)
    {
        _ranks ??= [.. Enumerable.Range(0, list.Slots).Select(number => filling.RankOf(list.Starts[list.SlotStarts[number]]))];
        return _ranks[slot];
    }
}
