namespace Fulcrum.Solver.Explanation;

/// <summary>Changes of which a larger one need not suffice although a smaller one does, tried one after the other from the first that is not ruled out.</summary>
/// <param name="count">Number of changes.</param>
/// <param name="at">The change at a position, the smallest at 0.</param>
/// <param name="easier">The same on an order of fewer demands, where every change after one that suffices does too: what does not suffice there suffices nowhere.</param>
internal sealed class GuidedChanges(long count, Func<long, Change> at, Func<long, Change> easier) : ChangeList
{
    /// <inheritdoc/>
    public override (Change? Change, bool IsSmallest) Smallest(Func<Change, Feasibility> suffices)
    {
        (long? first, bool isFirst) = new MonotoneChanges(count, easier).FirstSufficient(suffices);
        if (first is null && isFirst) return (null, true);
        (Change? change, bool isSmallest) = new ListedChanges(Positions(first ?? 0).Select(at)).Smallest(suffices);
        return (change, isSmallest && isFirst);
    }

    private IEnumerable<long> Positions(long first)
    {
        for (long position = first; position < count; position++) yield return position;
    }
}
