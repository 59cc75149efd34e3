using System.Security.Cryptography;
using Fulcrum.Solver.Certification;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Supplies;

/// <summary>SHA-256 of a supply: of its market and members, and of the digests of its pools, each computed once. The first of a market is computed when asked for.</summary>
internal sealed class SupplyDigest
{
    private readonly Lazy<Parts> _parts;

    /// <summary>The digest of a supply.</summary>
    public SupplyDigest(Market market, IReadOnlyList<Provider> providers, IReadOnlyList<ResourcePool> pools) =>
        _parts = new Lazy<Parts>(() => new Parts(CanonicalHash.Of(market, providers), OfAll(pools)));

    private SupplyDigest(Parts parts) => _parts = new Lazy<Parts>(parts);

    /// <summary>The digest, 32 bytes.</summary>
    public ReadOnlySpan<byte> Value => _parts.Value.Whole;

    /// <summary>The digest after some pools have changed; holds on to nothing of the supply before.</summary>
    public SupplyDigest With(IReadOnlyList<ResourcePool> pools, IReadOnlyCollection<int> changed)
    {
        byte[] digests = [.. _parts.Value.OfPools];
        foreach (int pool in changed) CanonicalHash.Of(pools[pool]).CopyTo(digests, pool * SHA256.HashSizeInBytes);
        return new SupplyDigest(new Parts(_parts.Value.OfMarket, digests));
    }

    private static byte[] OfAll(IReadOnlyList<ResourcePool> pools)
    {
        byte[] digests = new byte[pools.Count * SHA256.HashSizeInBytes];
        for (int pool = 0; pool < pools.Count; pool++) CanonicalHash.Of(pools[pool]).CopyTo(digests, pool * SHA256.HashSizeInBytes);
        return digests;
    }

    private sealed class Parts(byte[] ofMarket, byte[] ofPools)
    {
        public byte[] OfMarket { get; } = ofMarket;

        public byte[] OfPools { get; } = ofPools;

        public byte[] Whole { get; } = SHA256.HashData([.. ofMarket, .. SHA256.HashData(ofPools)]);
    }
}
