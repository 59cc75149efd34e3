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
        amounts.Select(entry => KeyValuePair.Create(entry.Key, checked(entry.Value * factor))).ToSortedMap();

    /// <summary>The amount of a class, 0 when absent.</summary>
    public static long Of(this SortedMap<long> amounts, string resourceClass) => amounts.TryGetValue(resourceClass, out long amount) ? amount : 0;

    private static SortedMap<long> Combine(SortedMap<long> left, SortedMap<long> right, Func<long, long, long> operation) =>
        left.Keys.Union(right.Keys, StringComparer.Ordinal)
            .Select(key => KeyValuePair.Create(key, operation(left.Of(key), right.Of(key))))
            .Where(entry => entry.Value != 0)
            .ToSortedMap();
}
