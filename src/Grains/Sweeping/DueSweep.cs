using System.Collections.Concurrent;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Providers;
using Fulcrum.Grains.Journaling;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fulcrum.Grains.Sweeping;

/// <summary>Every second each silo looks at its share of the head rows whose time has come and wakes their actors: nothing due is lost with a silo.</summary>
public sealed class DueSweep(IStreamCatalog catalog, IGrainFactory grains, ISiloShare share, TimeProvider time, ILogger<DueSweep> logger) : BackgroundService
{
    /// <summary>Most streams woken per sweep.</summary>
    public const int StreamsPerSweepMax = 1_000;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WakeTimeout = TimeSpan.FromSeconds(20);

    private readonly DuePauses _pauses = new();
    private readonly ConcurrentDictionary<string, byte> _waking = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await SweepAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            (int number, int count) = share.Share;
            DateTimeOffset now = time.GetUtcNow();
            DuePosition? after = null;
            for (int woken = 0; woken < StreamsPerSweepMax;)
            {
                IReadOnlyList<StreamHead> due = await catalog.ReadDueAsync(now, number, count, after, StreamsPerSweepMax, cancellationToken);
                woken += Wake(due, now);
                if (due.Count < StreamsPerSweepMax) break;
                after = new DuePosition(due[^1].Fields.NextDue!.Value, due[^1].Stream);
            }

            _pauses.Forget(now);
        }
        catch (EventStoreUnavailableException exception)
        {
            SweepLog.SweepFailed(logger, exception);
        }
    }

    private int Wake(IReadOnlyList<StreamHead> due, DateTimeOffset now)
    {
        int woken = 0;
        foreach (StreamHead head in due.Where(head => !_waking.ContainsKey(head.Stream) && _pauses.MayWake(head, now)))
        {
            _waking.TryAdd(head.Stream, 0);
            _ = WakeAsync(head);
            woken++;
        }

        return woken;
    }

    private async Task WakeAsync(StreamHead head)
    {
        try
        {
            await Wake(head).WaitAsync(WakeTimeout, time);
        }
        catch (Exception exception)
        {
            SweepLog.WakeFailed(logger, head.Stream, exception);
        }
        finally
        {
            _waking.TryRemove(head.Stream, out _);
        }
    }

    private Task Wake(StreamHead head) => head.Fields.Kind switch
    {
        StreamKinds.Order => grains.GetGrain<ICompositeOrderGrain>(head.Stream).DueAsync(),
        StreamKinds.Pool => grains.GetGrain<IResourcePoolGrain>(head.Stream).DueAsync(),
        StreamKinds.Provider => grains.GetGrain<IProviderGrain>(head.Stream).DueAsync(),
        _ => Task.CompletedTask,
    };
}
