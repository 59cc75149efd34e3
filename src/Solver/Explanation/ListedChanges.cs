namespace Fulcrum.Solver.Explanation;

/// <summary>Changes that are tried one after the other.</summary>
/// <param name="changes">The smallest first.</param>
/// <param name="isExhaustive">Whether there is no other change between them.</param>
internal sealed class ListedChanges(IEnumerable<Change> changes, bool isExhaustive = true) : ChangeList
{
    private const int TriesMax = 2_000;

    /// <inheritdoc/>
    public override (Change? Change, bool IsSmallest) Smallest(Func<Change, Feasibility> suffices)
    {
        bool isSmallest = isExhaustive;
        int tries = 0;
        foreach (Change change in changes)
        {
            if (++tries > TriesMax) return (null, false);
            Feasibility answer = suffices(change);
            if (answer == Feasibility.Feasible) return (change, isSmallest);
            isSmallest &= answer == Feasibility.Infeasible;
        }

        return (null, isSmallest);
    }
}
