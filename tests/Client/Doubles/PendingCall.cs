using Fulcrum.Contracts.Exchange;

namespace Fulcrum.Client.Tests.Doubles;

/// <summary>A call that waits inside the gateway until the test lets it go on.</summary>
internal sealed class PendingCall
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the gateway has got the call.</summary>
    public Task Arrived => _arrived.Task;

    /// <summary>Lets the call be answered.</summary>
    public void Release() => _released.TrySetResult();

    /// <summary>The call.</summary>
    public async Task<Failure?> RunAsync()
    {
        _arrived.TrySetResult();
        await _released.Task;
        return null;
    }
}
