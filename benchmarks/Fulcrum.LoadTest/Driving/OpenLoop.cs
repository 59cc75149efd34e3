namespace Fulcrum.LoadTest.Driving;

/// <summary>
/// Operations are due at a constant rate, whatever the engine does. Latency counts from the instant an operation was due: waiting for a free
/// client is part of what a caller would see.
/// </summary>
internal sealed class OpenLoop : IPace
{
    private readonly TimeProvider _time;
    private readonly double _ticksPerOperation;
    private readonly long _startedAt;
    private readonly long _operations;
    private long _taken;
    private long _begun;

    public OpenLoop(TimeProvider time, TimeSpan duration, double rate)
    {
        _time = time;
        _ticksPerOperation = time.TimestampFrequency / rate;
        _operations = (long)(duration.TotalSeconds * rate);
        _startedAt = time.GetTimestamp();
    }

    public long NotStarted => _operations - Interlocked.Read(ref _begun);

    public async ValueTask<long?> NextAsync()
    {
        long number = Interlocked.Increment(ref _taken) - 1;
        if (number >= _operations || _time.GetTimestamp() >= DueAt(_operations)) return null;
        long dueAt = DueAt(number);
        TimeSpan wait = _time.GetElapsedTime(_time.GetTimestamp(), dueAt);
        if (wait > TimeSpan.Zero) await Task.Delay(wait, _time);
        Interlocked.Increment(ref _begun);
        return dueAt;
    }

    private long DueAt(long number) => _startedAt + (long)(number * _ticksPerOperation);
}
