namespace Fulcrum.Simulation.Tests.Machine;

/// <summary>The machine's time, as a node with a clock of its own sees it.</summary>
internal sealed class SimTimeProvider(SimMachine machine, TimeSpan skew) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => SimMachine.Epoch + machine.Now + skew;

    public override long GetTimestamp() => machine.Now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Timer timer = new(machine, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(SimMachine machine, TimerCallback callback, object? state) : ITimer
    {
        private int _armed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            period.ShouldBe(Timeout.InfiniteTimeSpan);
            int armed = ++_armed;
            if (dueTime != Timeout.InfiniteTimeSpan) machine.After(dueTime, () => Fire(armed));
            return true;
        }

        public void Dispose() => _armed++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire(int armed)
        {
            if (armed == _armed) callback(state);
        }
    }
}
