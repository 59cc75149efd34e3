namespace Fulcrum.Contracts.Reading;

/// <summary>Finds the known name that somebody probably meant.</summary>
public static class NearestName
{
    private const int EditsMax = 3;
    private const int LettersPerEdit = 3;

    /// <summary>The nearest of the names, or null when none is near.</summary>
    public static string? Find(string name, IEnumerable<string> known)
    {
        int limit = Math.Min(EditsMax, 1 + (name.Length / LettersPerEdit));
        string? nearest = null;
        foreach (string candidate in known)
        {
            if (Math.Abs(candidate.Length - name.Length) > limit) continue;
            int edits = Edits(name, candidate, limit);
            if (edits > limit) continue;
            nearest = candidate;
            limit = edits - 1;
        }

        return nearest;
    }

    /// <summary>" Maybe you meant '…'.", or nothing when no name is near.</summary>
    public static string Hint(string name, IEnumerable<string> known) => Find(name, known) is { } nearest ? $" Maybe you meant '{nearest}'." : "";

    private static int Edits(string left, string right, int limit)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            if (NextRow(row, i, left[i - 1], right) > limit) return limit + 1;
        }

        return row[^1];
    }

    private static int NextRow(int[] row, int number, char letter, string right)
    {
        int diagonal = row[0];
        row[0] = number;
        int least = number;
        for (int j = 1; j < row.Length; j++)
        {
            int above = row[j];
            int change = char.ToLowerInvariant(letter) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1;
            row[j] = Math.Min(diagonal + change, Math.Min(above, row[j - 1]) + 1);
            diagonal = above;
            least = Math.Min(least, row[j]);
        }

        return least;
    }
}
