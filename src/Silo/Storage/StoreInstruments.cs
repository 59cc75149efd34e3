using System.Diagnostics.Metrics;

namespace Fulcrum.Silo.Storage;

/// <summary>What is measured of the appender.</summary>
internal sealed class StoreInstruments
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Fulcrum.Store";

    private const string Outcome = "fulcrum.outcome";

    private readonly Histogram<double> _durations;
    private readonly Counter<long> _streams;

    public StoreInstruments(IMeterFactory meters)
    {
        Meter meter = meters.Create(MeterName);
        _durations = meter.CreateHistogram<double>("fulcrum.store.append.duration", "s", "Time to write one batch of appends.");
        _streams = meter.CreateCounter<long>("fulcrum.store.append.streams", "{append}", "Appends written in batches, each of one stream, by outcome.");
    }

    public void Wrote(TimeSpan duration, int appended, int refused)
    {
        _durations.Record(duration.TotalSeconds);
        Count("appended", appended);
        Count("refused", refused);
    }

    public void Failed(TimeSpan duration, int count)
    {
        _durations.Record(duration.TotalSeconds);
        Count("failed", count);
    }

    private void Count(string outcome, int count)
    {
        if (count > 0) _streams.Add(count, new KeyValuePair<string, object?>(Outcome, outcome));
    }
}
