namespace Fulcrum.Contracts.Quantities;

/// <summary>Checked arithmetic on amounts per resource class, kept as <see cref="SortedMap{TValue}"/> of whole units.</summary>
public static class ResourceAmounts
{
    /// <summary>Sum per class.</summary>
    /// <exception cref="OverflowException">A sum is beyond 64 bits.</exception>
    public static SortedMap<long> Plus(this SortedMap<long> left, SortedMap<long> right) => Combine(left, right, static (a, b) => checked(a + b));

    /// <summary>Difference per class; classes that come to zero disappear.</summary>
    /// <exception cref="OverflowException">A difference is beyond 64 bits.</exception>
    public static SortedMap<long> Minus(this SortedMap<long> left, SortedMap<long> right) => Combine(left, right, static (a, b) => checked(a - b));

    /// <summary>Each amount times a number of replicas.</summary>
    /// <exception cref="OverflowException">A product is beyond 64 bits.</exception>
    public static SortedMap<long> Times(this SortedMap<long> amounts, long factor) =>
        amounts.Select(amount => checked(amount * factor));

    /// <summary>The amount of a class, 0 when absent.</summary>
    public static long Of(this SortedMap<long> amounts, string resourceClass) => amounts.TryGetValue(resourceClass, out long amount) ? amount : 0;

    /// <summary>Merges two maps, both in the order of their keys; sums that are 0 are left out.</summary>
    private static SortedMap<long> Combine(SortedMap<long> left, SortedMap<long> right, Func<long, long, long> operation)
    {
        string[] keys = new string[left.Count + right.Count];
        long[] values = new long[keys.Length];
        int count = 0;
        for (int i = 0, j = 0; i < left.Count || j < right.Count;)
        {
            int order = i == left.Count ? 1 : j == right.Count ? -1 : string.CompareOrdinal(left.KeyAt(i), right.KeyAt(j));
            string key = order <= 0 ? left.KeyAt(i) : right.KeyAt(j);
            long value = operation(order <= 0 ? left.ValueAt(i++) : 0, order >= 0 ? right.ValueAt(j++) : 0);
            if (value != 0) (keys[count], values[count++]) = (key, value);
        }

        return count == keys.Length ? new SortedMap<long>(keys, values) : new SortedMap<long>(keys[..count], values[..count]);
    }
}
