namespace Fulcrum.Solver.Explanation;

/// <summary>Entries to add to a list, or to take from it: as few as suffice.</summary>
/// <param name="entries">Entries that make a difference to some pool.</param>
/// <param name="change">The change with some of them.</param>
/// <param name="gain">How much an entry may help; of large sets those are looked at that have the most.</param>
internal sealed class SetChanges(IReadOnlyList<string> entries, Func<IReadOnlyList<string>, Change> change, Func<string, long>? gain = null) : ChangeList
{
    /// <summary>Sets of one size that are tried one by one.</summary>
    public const int SubsetsMax = 1_000;

    /// <summary>Tests of whether entries of a large set can be spared.</summary>
    public const int SparedMax = 12;

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
            if (found.Change is not null || !found.IsSmallest) return found.Change is null ? (Sufficient(suffices), false) : found;
            size++;
        }

        return size >= entries.Count ? (change(entries), true) : (Sufficient(suffices), false);
    }

    private static long Choices(int of, int size)
    {
        long choices = 1;
        for (int taken = 1; taken <= size && choices <= SubsetsMax; taken++) choices = choices * (of - taken + 1) / taken;
        return choices;
    }

    /// <summary>The entries that may help most, as many of them as it takes, less what a few tests show can be spared.</summary>
    private Change Sufficient(Func<Change, Feasibility> suffices)
    {
        string[] ordered = gain is null ? [.. entries] : [.. entries.OrderByDescending(gain)];
        bool Suffice(IReadOnlyList<string> some) => suffices(change(some)) == Feasibility.Feasible;
        int least = 1;
        int most = ordered.Length;
        while (least < most)
        {
            int middle = least + ((most - least) / 2);
            if (Suffice(ordered[..middle])) most = middle;
            else least = middle + 1;
        }

        string[] left = ordered[..most];
        int tests = 0;
        for (int length = Math.Max(1, left.Length / 2); tests < SparedMax; length /= 2)
        {
            for (int end = left.Length; end > 0 && left.Length > 1 && tests < SparedMax; end -= length)
            {
                string[] fewer = [.. left[..Math.Max(0, end - length)], .. left[end..]];
                if (fewer.Length == 0) continue;
                tests++;
                if (Suffice(fewer)) left = fewer;
            }

            if (length == 1) break;
        }

        return change([.. left.Order(StringComparer.Ordinal)]);
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
