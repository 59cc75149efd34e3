using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Grains.Capacity;

/// <summary>Claims this silo has under way, so that concurrent orders do not all run to the same nearly full pool. A hint, never truth.</summary>
public sealed class ClaimOverlay
{
    private static readonly TimeSpan EntryLifetime = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, PoolClaims> _pools = new(StringComparer.Ordinal);
    private readonly Queue<(DateTimeOffset Until, string Pool, AttemptId Attempt)> _ends = new();
    private HashSet<string> _touched = new(StringComparer.Ordinal);

    /// <summary>A claim is being asked for.</summary>
    public void Begin(HoldCommand command, DateTimeOffset now)
    {
        string pool = command.HoldId.Pool.Value;
        lock (_gate)
        {
            Forget(now);
            if (!_pools.TryGetValue(pool, out PoolClaims? claims)) _pools[pool] = claims = new PoolClaims();
            claims.Add(command.HoldId.Attempt, command.Amounts);
            _ends.Enqueue((now + EntryLifetime, pool, command.HoldId.Attempt));
            _touched.Add(pool);
        }
    }

    /// <summary>The pool has answered: the entry stays until the pool's summary shows an accepted claim, and goes at once with a refused one.</summary>
    public void Answered(HoldCommand command, HoldReply reply)
    {
        string pool = command.HoldId.Pool.Value;
        lock (_gate)
        {
            if (!_pools.TryGetValue(pool, out PoolClaims? claims)) return;
            if (!reply.Accepted || claims.Accept(command.HoldId.Attempt, reply.Generation)) Remove(pool, claims, command.HoldId.Attempt);
        }
    }

    /// <summary>A summary has come: entries that it shows go.</summary>
    public void Settle(PoolSummary summary)
    {
        lock (_gate)
        {
            if (!_pools.TryGetValue(summary.Pool.Id, out PoolClaims? claims)) return;
            foreach (AttemptId attempt in claims.Settle(summary.Generation)) Remove(summary.Pool.Id, claims, attempt);
        }
    }

    /// <summary>Pools whose claims have changed since this was last asked; null when there are none.</summary>
    internal HashSet<string>? TakeTouched(DateTimeOffset now)
    {
        lock (_gate)
        {
            Forget(now);
            if (_touched.Count == 0) return null;
            HashSet<string> touched = _touched;
            _touched = new HashSet<string>(StringComparer.Ordinal);
            return touched;
        }
    }

    /// <summary>What is under way on a pool, on top of what its summary says.</summary>
    internal SortedMap<long> ClaimedOn(string pool)
    {
        lock (_gate) return _pools.TryGetValue(pool, out PoolClaims? claims) ? claims.Sum() : SortedMap<long>.Empty;
    }

    private void Forget(DateTimeOffset now)
    {
        while (_ends.TryPeek(out (DateTimeOffset Until, string Pool, AttemptId Attempt) end) && end.Until < now)
        {
            _ends.Dequeue();
            if (_pools.TryGetValue(end.Pool, out PoolClaims? claims)) Remove(end.Pool, claims, end.Attempt);
        }
    }

    private void Remove(string pool, PoolClaims claims, AttemptId attempt)
    {
        if (!claims.Remove(attempt)) return;
        _touched.Add(pool);
        if (claims.IsEmpty) _pools.Remove(pool);
    }
}
