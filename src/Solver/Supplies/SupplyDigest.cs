using System.Security.Cryptography;
using Fulcrum.Solver.Certification;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Supplies;

/// <summary>SHA-256 of a supply: of its market and members, and of the digests of its pools, each computed once. No order waits for it: it is there with the columns.</summary>
internal sealed class SupplyDigest
{
    private readonly byte[] _ofMarket;
    private readonly byte[] _ofPools;
    private readonly byte[] _whole;

    /// <summary>The digest of a supply.</summary>
    public SupplyDigest(Market market, IReadOnlyList<Provider> providers, IReadOnlyList<ResourcePool> pools)
        : this(CanonicalHash.Of(market, providers), OfAll(pools))
    {
    }

    private SupplyDigest(byte[] ofMarket, byte[] ofPools) =>
        (_ofMarket, _ofPools, _whole) = (ofMarket, ofPools, SHA256.HashData([.. ofMarket, .. SHA256.HashData(ofPools)]));

    /// <summary>The digest, 32 bytes.</summary>
    public ReadOnlySpan<byte> Value => _whole;

    /// <summary>The digest after some pools have changed; holds on to nothing of the supply before.</summary>
    public SupplyDigest With(IReadOnlyList<ResourcePool> pools, IReadOnlyCollection<int> changed)
    {
        byte[] digests = [.. _ofPools];
        using CanonicalWriter writer = new();
        CanonicalHash hash = new(writer);
        foreach (int pool in changed) hash.Of(pools[pool]).CopyTo(digests, pool * SHA256.HashSizeInBytes);
        return new SupplyDigest(_ofMarket, digests);
    }

    private static byte[] OfAll(IReadOnlyList<ResourcePool> pools)
    {
        byte[] digests = new byte[pools.Count * SHA256.HashSizeInBytes];
        using CanonicalWriter writer = new();
        CanonicalHash hash = new(writer);
        for (int pool = 0; pool < pools.Count; pool++) hash.Of(pools[pool]).CopyTo(digests, pool * SHA256.HashSizeInBytes);
        return digests;
    }
}
