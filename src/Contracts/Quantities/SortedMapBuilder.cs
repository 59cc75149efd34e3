namespace Fulcrum.Contracts.Quantities;

/// <summary>Makes <see cref="SortedMap{TValue}"/>.</summary>
public static class SortedMap
{
    /// <summary>Sorts entries by key.</summary>
    /// <exception cref="ArgumentException">A key occurs twice.</exception>
    public static SortedMap<TValue> Create<TValue>(ReadOnlySpan<KeyValuePair<string, TValue>> entries)
    {
        string[] keys = new string[entries.Length];
        TValue[] values = new TValue[entries.Length];
        for (int i = 0; i < entries.Length; i++) (keys[i], values[i]) = (entries[i].Key, entries[i].Value);
        Array.Sort(keys, values, StringComparer.Ordinal);
        for (int i = 1; i < keys.Length; i++)
        {
            if (string.Equals(keys[i - 1], keys[i], StringComparison.Ordinal)) throw new ArgumentException($"The key '{keys[i]}' occurs twice.", nameof(entries));
        }

        return new SortedMap<TValue>(keys, values);
    }

    /// <summary>Sorts entries by key.</summary>
    /// <exception cref="ArgumentException">A key occurs twice.</exception>
    public static SortedMap<TValue> ToSortedMap<TValue>(this IEnumerable<KeyValuePair<string, TValue>> entries) => Create<TValue>(entries.ToArray());
}
