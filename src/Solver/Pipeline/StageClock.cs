using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Measures the stages of a solve.</summary>
internal sealed class StageClock(TimeProvider time, long startedAt)
{
    private long? _screenedAt;
    private long? _boundedAt;

    /// <summary>Screening has ended.</summary>
    public void Screened() => _screenedAt = time.GetTimestamp();

    /// <summary>Bounding has ended.</summary>
    public void Bounded() => _boundedAt = time.GetTimestamp();

    /// <summary>The times, now that the search has ended.</summary>
    public StageTimes ToTimes()
    {
        long screenedAt = _screenedAt ?? startedAt;
        long boundedAt = _boundedAt ?? screenedAt;
        return new StageTimes(Milliseconds(startedAt, screenedAt), Milliseconds(screenedAt, boundedAt), Milliseconds(boundedAt, time.GetTimestamp()), Check: 0);
    }

    private double Milliseconds(long from, long to) => time.GetElapsedTime(from, to).TotalMilliseconds;
}
