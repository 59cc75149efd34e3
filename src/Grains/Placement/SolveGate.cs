namespace Fulcrum.Grains.Placement;

/// <summary>Bounds how many solves run at the same time and how many wait.</summary>
public sealed class SolveGate(SolverOptions options) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(options.Concurrency > 0 ? options.Concurrency : Environment.ProcessorCount);
    private int _waiting;

    /// <summary>Waits for a turn; null when too many wait already.</summary>
    public async Task<SolveTurn?> EnterAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _waiting) > options.WaitingMax)
        {
            Interlocked.Decrement(ref _waiting);
            return null;
        }

        try
        {
            await _turns.WaitAsync(cancellationToken);
            return new SolveTurn(_turns);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();
}
