namespace Fulcrum.Solver.Alternatives;

/// <summary>Time for several solves together.</summary>
internal sealed class Deadline(TimeProvider time, TimeSpan limit)
{
    private readonly long _startedAt = time.GetTimestamp();

    /// <summary>What is left, not below 0.</summary>
    public TimeSpan Left
    {
        get
        {
            TimeSpan left = limit - time.GetElapsedTime(_startedAt);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Whether nothing is left.</summary>
    public bool IsOver => Left == TimeSpan.Zero;
}
