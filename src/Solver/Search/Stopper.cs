namespace Fulcrum.Solver.Search;

/// <summary>Says when a loop is to end: the limits of a solve are reached, or somebody else has the answer. A cancelled solve ends at once.</summary>
internal sealed class Stopper(SearchLimits limits, CancellationToken cancellationToken, Func<bool>? isOver = null)
{
    /// <summary>Whether no time is left, or need of any.</summary>
    /// <exception cref="OperationCanceledException">The solve was cancelled.</exception>
    public bool IsDue
    {
        get
        {
            cancellationToken.ThrowIfCancellationRequested();
            return limits.IsExhausted || isOver?.Invoke() == true;
        }
    }
}
