namespace Fulcrum.Workloads;

/// <summary>SplitMix64: the same numbers from the same seed on every platform and every version of .NET.</summary>
/// <param name="seed">Any number.</param>
public sealed class SeededRandom(long seed)
{
    private const ulong Increment = 0x9E3779B97F4A7C15;
    private const int FractionBits = 31;

    private ulong _state = unchecked((ulong)seed);

    /// <summary>A number from 0 to <paramref name="bound"/> − 1.</summary>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return (int)(Next() % (ulong)bound);
    }

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>, rounded to a number of decimals.</summary>
    public decimal Between(decimal low, decimal high, int decimals) => decimal.Round(low + ((high - low) * Fraction()), decimals);

    /// <summary>Whether something happens that happens so many times in a hundred.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>One of a list.</summary>
    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    private decimal Fraction() => (decimal)(Next() >> (64 - FractionBits)) / (1L << FractionBits);

    private ulong Next()
    {
        unchecked
        {
            ulong mixed = _state += Increment;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
