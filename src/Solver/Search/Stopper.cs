namespace Fulcrum.Solver.Search;

/// <summary>Says when a loop is to end: the limits of a solve are reached. A cancelled solve ends at once.</summary>
internal sealed class Stopper(SearchLimits limits, CancellationToken cancellationToken)
{
    /// <summary>Whether no time is left.</summary>
    /// <exception cref="OperationCanceledException">The solve was cancelled.</exception>
    public bool IsDue
    {
        get
        {
            cancellationToken.ThrowIfCancellationRequested();
            return limits.IsExhausted;
        }
    }
}
