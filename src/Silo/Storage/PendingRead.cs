using Fulcrum.Grains.Journaling;

namespace Fulcrum.Silo.Storage;

/// <summary>A reading on its way.</summary>
internal sealed class PendingRead(StreamRead request)
{
    private readonly TaskCompletionSource<StreamTail> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StreamRead Request { get; } = request;

    public Task<StreamTail> Tail => _completion.Task;

    public void Complete(StreamTail tail) => _completion.TrySetResult(tail);

    public void Fail(Exception exception) => _completion.TrySetException(exception);
}
