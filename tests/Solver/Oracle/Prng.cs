namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>SplitMix64: the same seed gives the same problem on every runtime.</summary>
internal sealed class Prng(ulong seed)
{
    private ulong _state = Mixed(seed ^ 0xD1B54A32D192ED03);

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Percent(int chance) => Between(0, 99) < chance;

    public T Pick<T>(params ReadOnlySpan<T> values) => values[Between(0, values.Length - 1)];

    /// <summary>Each value with the chance of so many in a hundred.</summary>
    public T[] Some<T>(IEnumerable<T> values, int chance) => [.. values.Where(_ => Percent(chance))];

    public T[] Shuffled<T>(IEnumerable<T> values) => [.. values.Select(value => (value, Key: Next())).OrderBy(pair => pair.Key).Select(pair => pair.value)];

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
        }

        return Mixed(_state);
    }

    private static ulong Mixed(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
