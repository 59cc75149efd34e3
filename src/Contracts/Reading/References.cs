namespace Fulcrum.Contracts.Reading;

/// <summary>Judges names: that what is referred to exists, and that nothing is named twice.</summary>
public static class References
{
    /// <summary>Refuses a name that does not exist; an empty name was refused before.</summary>
    public static void MustExist(string name, IReadOnlyCollection<string> known, string noun, NodePath path, FaultList faults)
    {
        if (name.Length == 0 || Contains(known, name)) return;
        string hint = NearestName.Hint(name, known);
        if (hint.Length == 0) hint = $" Maybe add it, or name one of the {known.Count} there are.";
        faults.Add(path, $"There is no {noun} '{Excerpt.Of(name)}'.{hint}");
    }

    /// <summary>Refuses names that occur a second time.</summary>
    public static void MustDiffer(IEnumerable<string> names, string noun, NodePath list, FaultList faults)
    {
        Dictionary<string, int> first = new(StringComparer.Ordinal);
        int index = 0;
        foreach (string name in names)
        {
            if (name.Length > 0 && !first.TryAdd(name, index))
            {
                string message = $"The {noun} '{Excerpt.Of(name)}' occurs twice: it is also {list.Element(first[name])}.";
                faults.Add(list.Element(index).Member("id"), message);
            }

            index++;
        }
    }

    private static bool Contains(IReadOnlyCollection<string> known, string name) =>
        known is IReadOnlySet<string> set ? set.Contains(name) : known.Contains(name, StringComparer.Ordinal);
}
