namespace Fulcrum.LoadTest.Driving;

/// <summary>A client begins its next operation as soon as the last one is answered.</summary>
internal sealed class ClosedLoop(TimeProvider time, TimeSpan duration) : IPace
{
    private readonly long _startedAt = time.GetTimestamp();

    public long NotStarted => 0;

    public ValueTask<long?> NextAsync()
    {
        long now = time.GetTimestamp();
        return ValueTask.FromResult<long?>(time.GetElapsedTime(_startedAt, now) < duration ? now : null);
    }
}
