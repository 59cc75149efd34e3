using System.Collections.Immutable;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Pools;

/// <summary>What changes of a pool's summary with its claims: kept apart from the rest in head rows, which is large and changes seldom.</summary>
internal sealed record PoolFigures(
    long Generation, SortedMap<long> Held, SortedMap<long> Allocated, ImmutableArray<string> Overcommitted, long Holds, long Allocations, long Drifted)
{
    /// <summary>The figures of a state.</summary>
    public static PoolFigures Of(PoolState state) => new(state.Generation, state.Held, state.Allocated, state.Overcommitted, state.Holds, state.Allocations, state.Drifted);

    /// <summary>The summary that a head row tells; null when the pool has never existed.</summary>
    public static PoolSummary? Read(HeadFields head)
    {
        if (head.Summary is not { } stored) return null;
        PoolSummary summary = Summaries.Read<PoolSummary>(stored);
        return head.Figures is { } figures ? Summaries.Read<PoolFigures>(figures).AddedTo(summary) : summary;
    }

    private PoolSummary AddedTo(PoolSummary summary) => summary with
    {
        Generation = Generation,
        Held = Held,
        Allocated = Allocated,
        Overcommitted = Overcommitted,
        Holds = Holds,
        Allocations = Allocations,
        Drifted = Drifted,
    };
}
