namespace Fulcrum.Solver.Explanation;

/// <summary>Changes of which every one after one that suffices does too: the smallest is found by bisection.</summary>
/// <param name="count">Number of changes.</param>
/// <param name="at">The change at a position, the smallest at 0.</param>
internal sealed class MonotoneChanges(long count, Func<long, Change> at) : ChangeList
{
    /// <inheritdoc/>
    public override (Change? Change, bool IsSmallest) Smallest(Func<Change, Feasibility> suffices)
    {
        if (count == 0) return (null, true);
        Feasibility largest = suffices(at(count - 1));
        if (largest != Feasibility.Feasible) return (null, largest == Feasibility.Infeasible);
        bool isSmallest = true;
        long low = 0;
        long high = count - 1;
        while (low < high)
        {
            long middle = low + ((high - low) / 2);
            Feasibility answer = suffices(at(middle));
            isSmallest &= answer != Feasibility.Unknown;
            if (answer == Feasibility.Feasible) high = middle;
            else low = middle + 1;
        }

        return (at(high), isSmallest);
    }
}
