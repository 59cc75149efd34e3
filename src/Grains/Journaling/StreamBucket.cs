namespace Fulcrum.Grains.Journaling;

/// <summary>Spreads streams over a fixed number of buckets, the same on every machine.</summary>
public static class StreamBucket
{
    /// <summary>Number of buckets; silos share due work by bucket.</summary>
    public const int Count = 256;

    private const uint FnvOffset = 2166136261;
    private const uint FnvPrime = 16777619;

    /// <summary>Bucket of a stream, 0 … <see cref="Count"/> − 1.</summary>
    public static int Of(string stream)
    {
        uint hash = FnvOffset;
        foreach (char c in stream) hash = unchecked((hash ^ c) * FnvPrime);
        return (int)((hash ^ (hash >> 16)) % Count);
    }
}
