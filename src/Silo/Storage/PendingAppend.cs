using Fulcrum.Grains.Journaling;

namespace Fulcrum.Silo.Storage;

/// <summary>An append on its way to the database.</summary>
internal sealed class PendingAppend(AppendRequest request)
{
    private readonly TaskCompletionSource<AppendOutcome> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public AppendRequest Request { get; } = request;

    public Task<AppendOutcome> Outcome => _completion.Task;

    public void Complete(AppendOutcome outcome) => _completion.TrySetResult(outcome);

    public void Fail(Exception exception) => _completion.TrySetException(exception);
}
