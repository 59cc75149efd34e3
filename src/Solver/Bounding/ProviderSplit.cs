namespace Fulcrum.Solver.Bounding;

/// <summary>The cheapest division of replicas among providers, each with a cost by number of replicas and a fixed cost if there are any.</summary>
internal sealed class ProviderSplit
{
    private readonly long[] _sums;
    private readonly long[] _fixedOfSlot;
    private readonly int _quantity;
    private readonly int _width;
    private long[]? _before;
    private readonly long[] _after;
    private readonly long[]?[] _elsewhere;

    /// <summary>Divides replicas.</summary>
    /// <param name="sums">Cost of 0 … n replicas at the first provider, then at the second, and so on; infinite for more than fit.</param>
    /// <param name="fixedOfSlot">Fixed cost by provider.</param>
    /// <param name="quantity">Replicas, n.</param>
    public ProviderSplit(long[] sums, long[] fixedOfSlot, int quantity)
    {
        (_sums, _fixedOfSlot, _quantity, _width) = (sums, fixedOfSlot, quantity, quantity + 1);
        int slots = fixedOfSlot.Length;
        _after = new long[(slots + 1) * _width];
        _elsewhere = new long[]?[slots];
        Array.Fill(_after, Cost.Infinite, (slots * _width) + 1, quantity);
        for (int slot = slots - 1; slot >= 0; slot--) Join(_after.AsSpan((slot + 1) * _width, _width), slot, _after.AsSpan(slot * _width, _width));
    }

    /// <summary>Replicas divided.</summary>
    public int Quantity => _quantity;

    /// <summary>The least cost, infinite when the replicas do not fit.</summary>
    public long Least => _after[_quantity];

    /// <summary>Providers with replicas, in the cheapest division.</summary>
    public IEnumerable<(int Slot, int Count)> Chosen()
    {
        int left = Least >= Cost.Infinite ? 0 : _quantity;
        for (int slot = 0; slot < _fixedOfSlot.Length && left > 0; slot++)
        {
            int count = 0;
            while (Cost.Add(Here(slot, count), _after[((slot + 1) * _width) + left - count]) != _after[(slot * _width) + left]) count++;
            if (count > 0) yield return (slot, count);
            left -= count;
        }
    }

    /// <summary>The least cost of fewer replicas.</summary>
    public long Best(int count) => _after[count];

    /// <summary>The least cost of so many replicas at other providers than one.</summary>
    public long Elsewhere(int slot, int count)
    {
        long[] costs = _elsewhere[slot] ??= NewElsewhere(slot);
        return costs[count];
    }

    private long[] NewBefore()
    {
        long[] before = new long[(_fixedOfSlot.Length + 1) * _width];
        Array.Fill(before, Cost.Infinite, 1, _quantity);
        for (int slot = 0; slot < _fixedOfSlot.Length; slot++) Join(before.AsSpan(slot * _width, _width), slot, before.AsSpan((slot + 1) * _width, _width));
        return before;
    }

    private long[] NewElsewhere(int slot)
    {
        _before ??= NewBefore();
        long[] costs = new long[_width];
        for (int total = 0; total < _width; total++)
        {
            costs[total] = Cost.Infinite;
            for (int count = 0; count <= total; count++)
            {
                costs[total] = Math.Min(costs[total], Cost.Add(_before[(slot * _width) + count], _after[((slot + 1) * _width) + total - count]));
            }
        }

        return costs;
    }

    private void Join(ReadOnlySpan<long> others, int slot, Span<long> joined)
    {
        for (int total = 0; total < _width; total++)
        {
            long least = others[total];
            for (int count = 1; count <= total; count++)
            {
                long here = _sums[(slot * _width) + count];
                if (here >= Cost.Infinite) break;
                least = Math.Min(least, Cost.Add(others[total - count], here + _fixedOfSlot[slot]));
            }

            joined[total] = least;
        }
    }

    private long Here(int slot, int count) => count == 0 ? 0 : Cost.Add(_sums[(slot * _width) + count], _fixedOfSlot[slot]);
}
