using Fulcrum.Contracts.Orders;

namespace Fulcrum.Silo.Tests.Engine;

/// <summary>Keeps a request to place waiting in front of its order until the test says to go on.</summary>
internal sealed class PausedPlacement : IIncomingGrainCallFilter
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _continue = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when a request has come.</summary>
    public Task Arrived => _arrived.Task;

    /// <summary>Ends when the order has answered.</summary>
    public Task Answered => _answered.Task;

    public void Continue() => _continue.SetResult();

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        bool isPlacement = context.Grain is ICompositeOrderGrain && context.MethodName == nameof(ICompositeOrderGrain.PlaceAsync);
        if (isPlacement)
        {
            _arrived.TrySetResult();
            await _continue.Task;
        }

        await context.Invoke();
        if (isPlacement) _answered.TrySetResult();
    }
}
