namespace Fulcrum.Grains.Actors;

/// <summary>Calls back when the earliest due time it was given has come. Stays on the scheduler that armed it.</summary>
#pragma warning disable CA1001 // Every wait disposes of its own source.
internal sealed class DueTimer(TimeProvider time, Func<Task> due)
#pragma warning restore CA1001
{
    private CancellationTokenSource? _wait;
    private DateTimeOffset _target;
    private bool _stopped;

    /// <summary>Calls back at this time, or at the earlier one already armed.</summary>
    public void Arm(DateTimeOffset? at)
    {
        if (_stopped || at is not { } target || (_wait is not null && _target <= target)) return;
        _wait?.Cancel();
        _wait = new CancellationTokenSource();
        _target = target;
        _ = WaitAsync(target, _wait);
    }

    /// <summary>Calls back no more.</summary>
    public void Stop()
    {
        _stopped = true;
        _wait?.Cancel();
    }

    private async Task WaitAsync(DateTimeOffset target, CancellationTokenSource wait)
    {
        using (wait)
        {
            await Delays.WaitAsync(target - time.GetUtcNow(), time, wait.Token);
            if (wait.IsCancellationRequested) return;
            _wait = null;
        }

        await Task.Yield();
        await due();
    }
}
