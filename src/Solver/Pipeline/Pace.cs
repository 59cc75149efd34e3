namespace Fulcrum.Solver.Pipeline;

/// <summary>How far multipliers move, by the progress that the bound makes.</summary>
internal sealed class Pace
{
    private const int RoundsWithoutProgress = 6;
    private const int ProgressParts = 200;
    private const double FirstStep = 1.0;
    private const double LastStep = 0.05;

    private long _best = long.MinValue;
    private int _idle;

    /// <summary>Part of the gap to aim for.</summary>
    public double Step { get; private set; } = FirstStep;

    /// <summary>Whether nothing more is to be expected.</summary>
    public bool IsOver => Step <= LastStep;

    /// <summary>Whether the bound has not moved for some rounds.</summary>
    public bool IsStuck => _idle >= RoundsWithoutProgress;

    /// <summary>Takes note of the bound of a round.</summary>
    /// <returns>Whether it is the best so far.</returns>
    public bool Note(long bound, long incumbent)
    {
        bool isBest = bound > _best;
        bool isProgress = isBest && (_best == long.MinValue || bound - _best > (incumbent - _best) / ProgressParts);
        _idle = isProgress ? 0 : _idle + 1;
        if (isBest) _best = bound;
        return isBest;
    }

    /// <summary>Goes on in smaller steps.</summary>
    public void Slow() => (_idle, Step) = (0, Step / 2);
}
