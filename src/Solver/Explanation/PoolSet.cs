using System.Numerics;

namespace Fulcrum.Solver.Explanation;

/// <summary>A set of pools, one bit each. Immutable.</summary>
internal sealed class PoolSet
{
    private const int WordBits = 64;

    private readonly ulong[] _words;

    private PoolSet(ulong[] words) => _words = words;

    /// <summary>Number of pools in the set.</summary>
    public int Count => _words.Sum(BitOperations.PopCount);

    /// <summary>Whether no pool is in the set.</summary>
    public bool IsEmpty => !Array.Exists(_words, static word => word != 0);

    /// <summary>Members, ascending.</summary>
    public IEnumerable<int> Members => Enumerable.Range(0, _words.Length * WordBits).Where(Contains);

    /// <summary>The pools, of so many, that a condition holds for.</summary>
    public static PoolSet Where(int pools, Func<int, bool> condition)
    {
        ulong[] words = new ulong[(pools + WordBits - 1) / WordBits];
        for (int pool = 0; pool < pools; pool++)
        {
            if (condition(pool)) words[pool / WordBits] |= 1UL << (pool % WordBits);
        }

        return new PoolSet(words);
    }

    /// <summary>Whether a pool is in the set.</summary>
    public bool Contains(int pool) => (_words[pool / WordBits] & (1UL << (pool % WordBits))) != 0;

    /// <summary>Pools in both sets.</summary>
    public PoolSet And(PoolSet other) => new([.. _words.Zip(other._words, static (one, two) => one & two)]);

    /// <summary>Pools in either set.</summary>
    public PoolSet Or(PoolSet other) => new([.. _words.Zip(other._words, static (one, two) => one | two)]);
}
