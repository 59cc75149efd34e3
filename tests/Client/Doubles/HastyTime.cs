using System.Collections.Concurrent;

namespace Fulcrum.Client.Tests.Doubles;

/// <summary>
/// A clock whose waits are over at once, and written down. Time-outs, which are timers of <see cref="Timeout"/> or longer, fire when the
/// test says so.
/// </summary>
internal sealed class HastyTime : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _waits = new();
    private readonly ConcurrentQueue<Action> _timeouts = new();
    private long _ticks = Canned.Now.UtcTicks;

    /// <summary>Shortest time-out.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromSeconds(30);

    /// <summary>What was waited for.</summary>
    public IReadOnlyList<TimeSpan> Waits => [.. _waits];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= Timeout) _timeouts.Enqueue(() => callback(state));
        else if (dueTime >= TimeSpan.Zero) Pass(callback, state, dueTime);
        return new Elapsed();
    }

    /// <summary>Lets every time-out so far pass.</summary>
    public void FireTimeouts()
    {
        while (_timeouts.TryDequeue(out Action? fire)) fire();
    }

    private void Pass(TimerCallback callback, object? state, TimeSpan wait)
    {
        _waits.Enqueue(wait);
        Interlocked.Add(ref _ticks, wait.Ticks);
        ThreadPool.QueueUserWorkItem(_ => callback(state));
    }

    private sealed class Elapsed : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
