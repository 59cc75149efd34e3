using System.Collections.Immutable;
using Fulcrum.Contracts.Capacity;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Pools;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fulcrum.Grains.Capacity;

/// <summary>Repeats the latest summary of each pool of this silo to its shard until the shard has taken it.</summary>
public sealed class SummaryPublisher(IGrainFactory grains, TimeProvider time, ILogger<SummaryPublisher> logger) : BackgroundService, ISummarySink
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(500);

    private readonly Lane[] _lanes = [.. Enumerable.Range(0, ICapacityShardGrain.Count).Select(number => new Lane(number))];

    /// <inheritdoc/>
    public void Publish(PoolSummary summary) => _lanes[PoolSharding.ShardOf(new ResourcePoolId(summary.Pool.Id)).Number].Put(summary);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(_lanes.Select(lane => RunAsync(lane, stoppingToken)));

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (Lane lane in _lanes) lane.Dispose();
        base.Dispose();
    }

    private async Task RunAsync(Lane lane, CancellationToken stoppingToken)
    {
        ICapacityShardGrain shard = grains.GetGrain<ICapacityShardGrain>(new CapacityShardId(lane.Number).Key);
        try
        {
            while (true)
            {
                ImmutableArray<PoolSummary> summaries = await lane.TakeAsync(stoppingToken);
                if (!await PublishAsync(shard, summaries))
                {
                    foreach (PoolSummary summary in summaries) lane.Put(summary);
                    await Task.Delay(RetryDelay, time, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task<bool> PublishAsync(ICapacityShardGrain shard, ImmutableArray<PoolSummary> summaries)
    {
        try
        {
            await shard.PublishAsync(summaries);
            return true;
        }
        catch (Exception exception)
        {
            CapacityLog.PublishFailed(logger, shard.GetPrimaryKeyString(), summaries.Length, exception);
            return false;
        }
    }

    private sealed class Lane(int number) : IDisposable
    {
        private readonly Lock _gate = new();
        private readonly Dictionary<string, PoolSummary> _waiting = new(StringComparer.Ordinal);
        private readonly SemaphoreSlim _any = new(0, 1);

        public int Number => number;

        public void Dispose() => _any.Dispose();

        public void Put(PoolSummary summary)
        {
            lock (_gate)
            {
                if (_waiting.TryGetValue(summary.Pool.Id, out PoolSummary? known) && known.Generation >= summary.Generation) return;
                _waiting[summary.Pool.Id] = summary;
                if (_any.CurrentCount == 0) _any.Release();
            }
        }

        public async Task<ImmutableArray<PoolSummary>> TakeAsync(CancellationToken cancellationToken)
        {
            await _any.WaitAsync(cancellationToken);
            lock (_gate)
            {
                ImmutableArray<PoolSummary> taken = [.. _waiting.Values];
                _waiting.Clear();
                return taken;
            }
        }
    }
}
