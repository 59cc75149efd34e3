using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Fulcrum.Silo.Http;

/// <summary>What the framework's own HTTP metrics and spans do not tell.</summary>
internal sealed class HttpInstruments
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Fulcrum.Http";

    private const string ErrorType = "error.type";

    private readonly Counter<long> _problems;
    private readonly UpDownCounter<long> _eventStreams;

    public HttpInstruments(IMeterFactory meters)
    {
        Meter meter = meters.Create(MeterName);
        _problems = meter.CreateCounter<long>("fulcrum.http.problems", "{problem}", "Requests answered with a problem, by code.");
        _eventStreams = meter.CreateUpDownCounter<long>("fulcrum.http.event_streams", "{stream}", "Event streams open.");
    }

    /// <summary>Counts a problem and names it in the span of the request.</summary>
    public void Problem(string code)
    {
        _problems.Add(1, new KeyValuePair<string, object?>(ErrorType, code));
        Activity.Current?.SetTag(ErrorType, code);
    }

    public void EventStreamOpened() => _eventStreams.Add(1);

    public void EventStreamClosed() => _eventStreams.Add(-1);
}
