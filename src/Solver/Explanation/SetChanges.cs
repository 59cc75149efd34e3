namespace Fulcrum.Solver.Explanation;

/// <summary>Entries to add to a list, or to take from it: as few as suffice.</summary>
/// <param name="entries">Entries that make a difference to some pool.</param>
/// <param name="change">The change with some of them.</param>
internal sealed class SetChanges(IReadOnlyList<string> entries, Func<IReadOnlyList<string>, Change> change) : ChangeList
{
    private const int SubsetsMax = 1_000;

    /// <inheritdoc/>
    public override (Change? Change, bool IsSmallest) Smallest(Func<Change, Feasibility> suffices)
    {
        Feasibility all = entries.Count == 0 ? Feasibility.Infeasible : suffices(change(entries));
        if (all != Feasibility.Feasible) return (null, all == Feasibility.Infeasible);
        int size = 1;
        long subsets = 0;
        while (size < entries.Count && (subsets += Choices(entries.Count, size)) <= SubsetsMax)
        {
            (Change? Change, bool IsSmallest) found = new ListedChanges(Subsets(size).Select(change)).Smallest(suffices);
            if (found.Change is not null || !found.IsSmallest) return found.Change is null ? (Shrunk(suffices), false) : found;
            size++;
        }

        return size >= entries.Count ? (change(entries), true) : (Shrunk(suffices), false);
    }

    private static long Choices(int of, int size)
    {
        long choices = 1;
        for (int taken = 1; taken <= size && choices <= SubsetsMax; taken++) choices = choices * (of - taken + 1) / taken;
        return choices;
    }

    /// <summary>Entries of which none can be spared.</summary>
    private Change Shrunk(Func<Change, Feasibility> suffices)
    {
        List<string> left = [.. entries];
        foreach (string entry in entries)
        {
            List<string> fewer = [.. left.Where(other => other != entry)];
            if (fewer.Count > 0 && suffices(change(fewer)) == Feasibility.Feasible) left = fewer;
        }

        return change(left);
    }

    private IEnumerable<IReadOnlyList<string>> Subsets(int size) => Subsets(0, size);

    private IEnumerable<IReadOnlyList<string>> Subsets(int from, int size)
    {
        if (size == 0) yield return [];
        for (int first = from; size > 0 && first <= entries.Count - size; first++)
        {
            foreach (IReadOnlyList<string> rest in Subsets(first + 1, size - 1)) yield return [entries[first], .. rest];
        }
    }
}
