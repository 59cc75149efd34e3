using Microsoft.Extensions.Hosting;

namespace Fulcrum.Grains.Actors;

/// <summary>A wait that many readers share: it ends when something changes, when its time is over, or when the silo stops.</summary>
internal sealed class LongPoll(TimeProvider time, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(10);

    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends every wait that is under way.</summary>
    public void Signal()
    {
        _changed.TrySetResult();
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Waits for the next signal, at most the time given.</summary>
    public async Task WaitAsync(TimeSpan wait)
    {
        if (wait <= TimeSpan.Zero) return;
        Task changed = _changed.Task;
        using CancellationTokenSource timeout = new(wait < WaitMax ? wait : WaitMax, time);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, lifetime.ApplicationStopping);
        await changed.WaitAsync(end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }
}
