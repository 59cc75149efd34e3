namespace Fulcrum.Solver.Supplies;

/// <summary>Gives equal things equal small numbers, in the order of their first appearance.</summary>
internal sealed class Interner<T>(IEqualityComparer<T>? comparer = null)
    where T : notnull
{
    private readonly Dictionary<T, int> _numbers = new(comparer);
    private readonly List<T> _values = [];

    /// <summary>The values so far, by number.</summary>
    public IReadOnlyList<T> Values => _values;

    /// <summary>The number of a value.</summary>
    public int this[T value]
    {
        get
        {
            if (_numbers.TryGetValue(value, out int number)) return number;
            _numbers.Add(value, _values.Count);
            _values.Add(value);
            return _values.Count - 1;
        }
    }

    /// <summary>The number of a value, or −1 when it has none.</summary>
    public int Find(T value) => _numbers.TryGetValue(value, out int number) ? number : -1;
}
