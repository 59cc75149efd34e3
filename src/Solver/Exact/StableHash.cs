namespace Fulcrum.Solver.Exact;

/// <summary>A hash that is the same in every process: FNV-1a over the UTF-16 code units, finished by the mixer of SplitMix64.</summary>
internal static class StableHash
{
    private const ulong OffsetBasis = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private const long SeedMask = (1L << 53) - 1;

    /// <summary>Hash of a text.</summary>
    public static ulong Of(string text)
    {
        unchecked
        {
            ulong hash = OffsetBasis;
            foreach (char unit in text) hash = (hash ^ unit) * Prime;
            return Mix(hash);
        }
    }

    /// <summary>Hash of a text, given by its own hash, under a seed.</summary>
    public static ulong Of(long seed, ulong hash) => Mix(hash ^ Mix((ulong)seed));

    /// <summary>The seed of an order that names none: not negative, and exact as a number in JSON.</summary>
    public static long SeedOf(string orderId) => (long)(Of(orderId) & SeedMask);

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
