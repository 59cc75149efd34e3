using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Measures the stages of a solve.</summary>
internal sealed class StageClock(TimeProvider time, long startedAt)
{
    private long? _screenedAt;
    private long _begunAt;
    private double _boundMilliseconds;

    /// <summary>Screening has ended.</summary>
    public void Screened()
    {
        _begunAt = time.GetTimestamp();
        _screenedAt = _begunAt;
    }

    /// <summary>Bounding has ended; it began where screening or the search before ended.</summary>
    public void Bounded()
    {
        long endedAt = time.GetTimestamp();
        _boundMilliseconds += Milliseconds(_begunAt, endedAt);
        _begunAt = endedAt;
    }

    /// <summary>A search has ended.</summary>
    public void Searched() => _begunAt = time.GetTimestamp();

    /// <summary>The times, now that the search has ended.</summary>
    public StageTimes ToTimes()
    {
        long screenedAt = _screenedAt ?? startedAt;
        return new StageTimes(Milliseconds(startedAt, screenedAt), _boundMilliseconds, Milliseconds(screenedAt, time.GetTimestamp()) - _boundMilliseconds, Check: 0);
    }

    private double Milliseconds(long from, long to) => time.GetElapsedTime(from, to).TotalMilliseconds;
}
