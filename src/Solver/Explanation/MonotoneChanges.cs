namespace Fulcrum.Solver.Explanation;

/// <summary>Changes of which every one after one that suffices does too: the smallest is found by bisection.</summary>
/// <param name="count">Number of changes.</param>
/// <param name="at">The change at a position, the smallest at 0.</param>
internal sealed class MonotoneChanges(long count, Func<long, Change> at) : ChangeList
{
    /// <inheritdoc/>
    public override (Change? Change, bool IsSmallest) Smallest(Func<Change, Feasibility> suffices)
    {
        (long? first, bool isFirst) = FirstSufficient(suffices);
        return (first is { } position ? at(position) : null, isFirst);
    }

    /// <summary>Position of the smallest change that suffices, and whether that is proved; null when none was found.</summary>
    /// <param name="suffices">Whether a change suffices.</param>
    public (long? Position, bool IsProved) FirstSufficient(Func<Change, Feasibility> suffices)
    {
        if (count == 0) return (null, true);
        Feasibility largest = suffices(at(count - 1));
        if (largest != Feasibility.Feasible) return (null, largest == Feasibility.Infeasible);
        bool isProved = true;
        long low = 0;
        long high = count - 1;
        while (low < high)
        {
            long middle = low + ((high - low) / 2);
            Feasibility answer = suffices(at(middle));
            isProved &= answer != Feasibility.Unknown;
            if (answer == Feasibility.Feasible) high = middle;
            else low = middle + 1;
        }

        return (high, isProved);
    }
}
