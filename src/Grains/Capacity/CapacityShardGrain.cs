using System.Collections.Immutable;
using Fulcrum.Contracts.Capacity;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Pools;
using Microsoft.Extensions.Hosting;
using Orleans.Concurrency;

namespace Fulcrum.Grains.Capacity;

/// <summary>Keeps the latest summaries in memory; rebuilt from head rows, and compared with them every minute, so that a lost message is not lost for ever.</summary>
[Reentrant]
internal sealed class CapacityShardGrain(IStreamCatalog catalog, TimeProvider time, IHostApplicationLifetime lifetime) : Grain, ICapacityShardGrain
{
    private static readonly TimeSpan CompareInterval = TimeSpan.FromMinutes(1);

    private readonly ShardState _state = new(Guid.NewGuid());
    private readonly LongPoll _poll = new(time, lifetime);

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await CompareAsync(cancellationToken);
        this.RegisterGrainTimer(CompareAsync, new GrainTimerCreationOptions(CompareInterval, CompareInterval) { Interleave = true });
    }

    /// <inheritdoc/>
    public Task PublishAsync(ImmutableArray<PoolSummary> summaries)
    {
        Take(summaries);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<ShardChanges> ReadAsync(ShardVersion? since, TimeSpan wait)
    {
        if (!_state.HasChangesSince(since)) await _poll.WaitAsync(wait);
        return _state.Since(since);
    }

    private void Take(IEnumerable<PoolSummary> summaries)
    {
        bool any = false;
        foreach (PoolSummary summary in summaries) any |= _state.Take(summary);
        if (any) _poll.Signal();
    }

    private async Task CompareAsync(CancellationToken cancellationToken)
    {
        HeadQuery query = new()
        {
            Kind = StreamKinds.Pool,
            Partition = CapacityShardId.FromKey(this.GetPrimaryKeyString()).Number,
            Partitions = ICapacityShardGrain.Count,
            Limit = HeadQuery.LimitMax,
        };
        for (HeadQuery? page = query; page is not null;)
        {
            HeadPage heads = await catalog.ReadHeadsAsync(page, cancellationToken);
            Take(heads.Heads.Select(static head => PoolFigures.Read(head.Fields)).OfType<PoolSummary>());
            page = heads.Next is null ? null : query with { After = heads.Next };
        }
    }
}
