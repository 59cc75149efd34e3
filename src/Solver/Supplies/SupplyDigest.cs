using System.Security.Cryptography;
using Fulcrum.Solver.Certification;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Supplies;

/// <summary>SHA-256 of a supply, computed when first asked for: of its market and members, and of the digests of its pools, each computed once.</summary>
internal sealed class SupplyDigest
{
    private readonly Lazy<byte[]> _ofMarket;
    private readonly Lazy<byte[]> _ofPools;
    private readonly Lazy<byte[]> _value;

    /// <summary>The digest of a supply.</summary>
    public SupplyDigest(Market market, IReadOnlyList<Provider> providers, IReadOnlyList<ResourcePool> pools)
        : this(new Lazy<byte[]>(() => CanonicalHash.Of(market, providers)), new Lazy<byte[]>(() => OfAll(pools)))
    {
    }

    private SupplyDigest(Lazy<byte[]> ofMarket, Lazy<byte[]> ofPools)
    {
        (_ofMarket, _ofPools) = (ofMarket, ofPools);
        _value = new Lazy<byte[]>(() => SHA256.HashData([.. ofMarket.Value, .. SHA256.HashData(ofPools.Value)]));
    }

    /// <summary>The digest, 32 bytes.</summary>
    public ReadOnlySpan<byte> Value => _value.Value;

    /// <summary>The digest after some pools have changed; builds on the digests known so far, and never holds on to a supply before it.</summary>
    public SupplyDigest With(IReadOnlyList<ResourcePool> pools, IReadOnlyCollection<int> changed)
    {
        if (!_ofPools.IsValueCreated) return new SupplyDigest(_ofMarket, new Lazy<byte[]>(() => OfAll(pools)));
        byte[] known = _ofPools.Value;
        return new SupplyDigest(_ofMarket, new Lazy<byte[]>(() =>
        {
            byte[] digests = [.. known];
            foreach (int pool in changed) CanonicalHash.Of(pools[pool]).CopyTo(digests, pool * SHA256.HashSizeInBytes);
            return digests;
        }));
    }

    private static byte[] OfAll(IReadOnlyList<ResourcePool> pools)
    {
        byte[] digests = new byte[pools.Count * SHA256.HashSizeInBytes];
        for (int pool = 0; pool < pools.Count; pool++) CanonicalHash.Of(pools[pool]).CopyTo(digests, pool * SHA256.HashSizeInBytes);
        return digests;
    }
}
