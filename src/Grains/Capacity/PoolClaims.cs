using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Grains.Capacity;

/// <summary>Claims of this silo under way on one pool, with their running sum.</summary>
internal sealed class PoolClaims
{
    private readonly Dictionary<AttemptId, (SortedMap<long> Amounts, long? Generation)> _entries = [];
    private readonly Dictionary<string, long> _sum = new(StringComparer.Ordinal);
    private long _settled = -1;

    public bool IsEmpty => _entries.Count == 0;

    public void Add(AttemptId attempt, SortedMap<long> amounts)
    {
        if (_entries.TryAdd(attempt, (amounts, null))) Count(amounts, 1);
    }

    /// <summary>The pool has accepted at a generation; answers whether a summary has shown it already.</summary>
    public bool Accept(AttemptId attempt, long generation)
    {
        if (!_entries.TryGetValue(attempt, out (SortedMap<long> Amounts, long? Generation) entry)) return false;
        _entries[attempt] = (entry.Amounts, generation);
        return generation <= _settled;
    }

    /// <summary>Entries that a summary of a generation shows.</summary>
    public AttemptId[] Settle(long generation)
    {
        _settled = Math.Max(_settled, generation);
        return [.. _entries.Where(entry => entry.Value.Generation <= generation).Select(static entry => entry.Key)];
    }

    public bool Remove(AttemptId attempt)
    {
        if (!_entries.Remove(attempt, out (SortedMap<long> Amounts, long? Generation) entry)) return false;
        Count(entry.Amounts, -1);
        return true;
    }

    public SortedMap<long> Sum() => _sum.ToSortedMap();

    private void Count(SortedMap<long> amounts, long sign)
    {
        foreach ((string resourceClass, long amount) in amounts)
        {
            long sum = _sum.GetValueOrDefault(resourceClass) + (sign * amount);
            if (sum == 0) _sum.Remove(resourceClass);
            else _sum[resourceClass] = sum;
        }
    }
}
