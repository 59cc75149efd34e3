using Fulcrum.Contracts.Capacity;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Markets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fulcrum.Grains.Capacity;

/// <summary>Keeps the index of a silo current by long polls of the market and of every shard.</summary>
public sealed class CapacityIndexFeed(IGrainFactory grains, CapacityIndex index, TimeProvider time, ILogger<CapacityIndexFeed> logger) : BackgroundService
{
    private static readonly TimeSpan PollWait = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(10);

    private readonly ICapacityShardGrain[] _shards = [.. Enumerable.Range(0, ICapacityShardGrain.Count).Select(shard => grains.GetGrain<ICapacityShardGrain>(new CapacityShardId(shard).Key))];

    /// <summary>Reads what is new in every shard and the market now; used before an order is rejected.</summary>
    public Task RefreshAsync() =>
        Task.WhenAll([ReadMarketAsync(TimeSpan.Zero), .. Enumerable.Range(0, ICapacityShardGrain.Count).Select(shard => ReadShardAsync(shard, TimeSpan.Zero))]);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([
            RepeatAsync("market", () => ReadMarketAsync(PollWait), stoppingToken),
            .. Enumerable.Range(0, ICapacityShardGrain.Count).Select(shard => RepeatAsync(new CapacityShardId(shard).Key, () => FollowShardAsync(shard), stoppingToken)),
        ]);

    private async Task RepeatAsync(string source, Func<Task> read, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await read().WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                CapacityLog.ReadFailed(logger, source, exception);
                await Task.Delay(RetryDelay, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Waits for changes; under load lets them gather for a moment, since this silo's own claims are in the overlay already.</summary>
    private async Task FollowShardAsync(int shard)
    {
        await ReadShardAsync(shard, PollWait);
        await Task.Delay(Gathering, time);
    }

    private async Task ReadShardAsync(int shard, TimeSpan wait)
    {
        ShardChanges changes = await _shards[shard].ReadAsync(index.VersionOf(shard), wait);
        bool wasReady = index.IsReady;
        index.Apply(shard, changes, atOnce: wait == TimeSpan.Zero);
        if (!wasReady && index.IsReady) CapacityLog.IndexReady(logger, index.Snapshot().Summaries.Count, ICapacityShardGrain.Count);
    }

    private async Task ReadMarketAsync(TimeSpan wait) =>
        index.Apply(await grains.GetGrain<IMarketGrain>(MarketId.Default.Key).GetAsync(index.MarketVersion, wait));
}
