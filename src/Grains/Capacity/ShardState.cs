using Fulcrum.Contracts.Capacity;
using Fulcrum.Contracts.Pools;

namespace Fulcrum.Grains.Capacity;

/// <summary>The summaries of a shard with the number of the change that brought each.</summary>
public sealed class ShardState(Guid epoch)
{
    private const int LogPerPool = 4;

    private readonly Dictionary<string, (PoolSummary Summary, long Number)> _pools = new(StringComparer.Ordinal);
    private readonly List<(long Number, string Pool)> _log = [];
    private long _number;

    /// <summary>The present version.</summary>
    public ShardVersion Version => new(epoch, _number);

    /// <summary>Takes a summary unless one at least as new is known; answers whether it was taken.</summary>
    public bool Take(PoolSummary summary)
    {
        if (_pools.TryGetValue(summary.Pool.Id, out (PoolSummary Summary, long Number) known) && known.Summary.Generation >= summary.Generation) return false;
        _pools[summary.Pool.Id] = (summary, ++_number);
        _log.Add((_number, summary.Pool.Id));
        if (_log.Count > LogPerPool * (_pools.Count + 1)) _log.RemoveAll(entry => _pools[entry.Pool].Number != entry.Number);
        return true;
    }

    /// <summary>Whether there is anything a reader at this version has not seen.</summary>
    public bool HasChangesSince(ShardVersion? since) => since is not { } version || version.Epoch != epoch || version.Number < _number;

    /// <summary>Everything a reader at this version has not seen.</summary>
    public ShardChanges Since(ShardVersion? since)
    {
        bool full = since is not { } version || version.Epoch != epoch;
        long after = full ? 0 : since!.Value.Number;
        int first = _log.Count;
        while (first > 0 && _log[first - 1].Number > after) first--;
        return new ShardChanges
        {
            Version = Version,
            Full = full,
            Pools = [.. _log.Skip(first).Where(entry => _pools[entry.Pool].Number == entry.Number).Select(entry => _pools[entry.Pool].Summary)],
        };
    }
}
