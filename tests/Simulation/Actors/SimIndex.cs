using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Pools;
using Fulcrum.Simulation.Tests.Machine;

namespace Fulcrum.Simulation.Tests.Actors;

/// <summary>What the silo believes of pools: summaries arrive late, out of order or never.</summary>
internal sealed class SimIndex(SimWorld world) : ISummarySink
{
    private readonly SortedDictionary<string, PoolSummary> _summaries = new(StringComparer.Ordinal);

    public IReadOnlyCollection<PoolSummary> Stale => _summaries.Values;

    public void Publish(PoolSummary summary)
    {
        SimMachine machine = world.Machine;
        if (machine.Chance(world.Faults.MessageLost)) return;
        machine.After(machine.Delay(world.Faults.StoreMilliseconds * 10), () => _summaries[summary.Pool.Id] = summary);
    }

    /// <summary>Reads the truth from the store.</summary>
    public IEnumerable<PoolSummary> Afresh()
    {
        foreach (SimStream stream in world.Store.Streams.Select(stream => stream.Value).Where(stream => stream.Head?.Kind == "pool"))
        {
            PoolState state = new();
            foreach (StoredEvent stored in stream.Events)
            {
                PoolRules.Instance.Apply(state, PoolRules.Codec.Decode(stored.Type, stored.Payload), stored.At);
            }

            if (state.Summarize() is { } summary) yield return summary;
        }
    }
}
