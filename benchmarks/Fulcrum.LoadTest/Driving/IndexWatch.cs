using System.Diagnostics.Metrics;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Capacity;
using Fulcrum.Grains.Telemetry;
using HdrHistogram;
using Microsoft.Extensions.DependencyInjection;

namespace Fulcrum.LoadTest.Driving;

/// <summary>Watches the capacity index of a silo in this process: how long it takes until what a pool has committed is planned on, and how many holds pools refuse.</summary>
internal sealed class IndexWatch : IDisposable
{
    private const long MicrosMax = 60_000_000;
    private const int SignificantDigits = 3;
    private const string HoldsInstrument = "fulcrum.holds";
    private const string Accepted = "accepted";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(1);

    private readonly CapacityIndex _index;
    private readonly IGrainFactory _grains;
    private readonly TimeProvider _time;
    private readonly LongHistogram _staleness = new(MicrosMax, SignificantDigits);
    private readonly MeterListener _listener = new();
    private long _holds;
    private long _refusals;

    public IndexWatch(IServiceProvider silo, TimeProvider time)
    {
        (_index, _grains, _time) = (silo.GetRequiredService<CapacityIndex>(), silo.GetRequiredService<IGrainFactory>(), time);
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == EngineInstruments.MeterName && instrument.Name == HoldsInstrument) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, count, tags, _) => Interlocked.Add(ref tags[0].Value is Accepted ? ref _holds : ref _refusals, count));
        _listener.Start();
    }

    /// <summary>Holds that pools have taken.</summary>
    public long Holds => Interlocked.Read(ref _holds);

    /// <summary>Holds that pools have refused; each makes its order plan again.</summary>
    public long Refusals => Interlocked.Read(ref _refusals);

    /// <summary>Time that a share of the readings did not exceed, in milliseconds.</summary>
    public double StalenessMs(double percent) => _staleness.TotalCount == 0 ? 0 : _staleness.GetValueAtPercentile(percent) / 1000.0;

    /// <summary>Asks one pool after the other what it has committed, and waits until the index shows it.</summary>
    public async Task RunAsync(IReadOnlyList<string> poolIds, CancellationToken stop)
    {
        for (int i = 0; !stop.IsCancellationRequested; i++)
        {
            string poolId = poolIds[i % poolIds.Count];
            PoolSummary? committed = await _grains.GetGrain<IResourcePoolGrain>(new ResourcePoolId(poolId).Key).GetSummaryAsync();
            long startedAt = _time.GetTimestamp();
            while (_index.Snapshot().SummaryOf(poolId).Generation < committed!.Generation && !stop.IsCancellationRequested) await WaitAsync(Poll, stop);
            _staleness.RecordValue(Math.Clamp((long)_time.GetElapsedTime(startedAt).TotalMicroseconds, 1, MicrosMax));
            await WaitAsync(Pause, stop);
        }
    }

    public void Dispose() => _listener.Dispose();

    private async Task WaitAsync(TimeSpan span, CancellationToken stop) => await Task.Delay(span, _time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
