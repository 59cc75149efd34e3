using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Grains.Capacity;

/// <summary>Claims this silo has under way, so that concurrent orders do not all run to the same nearly full pool. A hint, never truth.</summary>
public sealed class ClaimOverlay
{
    private static readonly TimeSpan EntryLifetime = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<Entry>> _entries = new(StringComparer.Ordinal);

    /// <summary>A claim is being asked for.</summary>
    public void Begin(HoldCommand command, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(command.HoldId.Pool.Value, out List<Entry>? entries)) _entries[command.HoldId.Pool.Value] = entries = [];
            entries.RemoveAll(entry => entry.Until < now);
            entries.Add(new Entry(command.HoldId.Attempt, command.Amounts, now + EntryLifetime));
        }
    }

    /// <summary>The pool has answered: the entry stays until the pool's summary shows an accepted claim, and goes at once with a refused one.</summary>
    public void Answered(HoldCommand command, HoldReply reply)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(command.HoldId.Pool.Value, out List<Entry>? entries)) return;
            if (reply.Accepted)
            {
                foreach (Entry entry in entries.Where(entry => entry.Attempt == command.HoldId.Attempt)) entry.Generation = reply.Generation;
            }
            else
            {
                entries.RemoveAll(entry => entry.Attempt == command.HoldId.Attempt);
            }
        }
    }

    /// <summary>A summary has come: entries that it shows go.</summary>
    public void Settle(PoolSummary summary)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(summary.Pool.Id, out List<Entry>? entries)) return;
            entries.RemoveAll(entry => entry.Generation is { } generation && generation <= summary.Generation);
            if (entries.Count == 0) _entries.Remove(summary.Pool.Id);
        }
    }

    /// <summary>What is under way per pool.</summary>
    public IReadOnlyDictionary<string, SortedMap<long>> Claims(DateTimeOffset now)
    {
        lock (_gate)
        {
            Dictionary<string, SortedMap<long>> claims = new(StringComparer.Ordinal);
            foreach ((string pool, List<Entry> entries) in _entries)
            {
                entries.RemoveAll(entry => entry.Until < now);
                if (entries.Count > 0) claims[pool] = entries.Aggregate(SortedMap<long>.Empty, static (sum, entry) => sum.Plus(entry.Amounts));
            }

            return claims;
        }
    }

    private sealed class Entry(AttemptId attempt, SortedMap<long> amounts, DateTimeOffset until)
    {
        public AttemptId Attempt => attempt;

        public SortedMap<long> Amounts => amounts;

        public DateTimeOffset Until => until;

        public long? Generation { get; set; }
    }
}
