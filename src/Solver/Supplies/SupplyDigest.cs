using System.Security.Cryptography;
using Fulcrum.Solver.Certification;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Supplies;

/// <summary>
/// SHA-256 of a supply: of its market and members, and of the digests of its pools, group by group. No order waits for it: it is there with the columns. After a change only the groups of the
/// pools that changed are computed again.
/// </summary>
internal sealed class SupplyDigest
{
    private const int GroupLength = 64;

    private readonly byte[] _ofMarket;
    private readonly byte[][] _ofPools;
    private readonly byte[] _ofGroups;
    private readonly byte[] _whole;

    /// <summary>The digest of a supply.</summary>
    public SupplyDigest(Market market, IReadOnlyList<Provider> providers, IReadOnlyList<ResourcePool> pools)
    {
        using CanonicalWriter writer = new();
        CanonicalHash hash = new(writer);
        _ofMarket = CanonicalHash.Of(market, providers);
        _ofPools = new byte[(pools.Count + GroupLength - 1) / GroupLength][];
        _ofGroups = new byte[_ofPools.Length * SHA256.HashSizeInBytes];
        for (int group = 0; group < _ofPools.Length; group++)
        {
            _ofPools[group] = new byte[Math.Min(GroupLength, pools.Count - (group * GroupLength)) * SHA256.HashSizeInBytes];
            for (int place = 0; place < _ofPools[group].Length / SHA256.HashSizeInBytes; place++) hash.Of(pools[(group * GroupLength) + place]).CopyTo(PlaceOf(_ofPools[group], place));
            SHA256.HashData(_ofPools[group], PlaceOf(_ofGroups, group));
        }

        _whole = Whole();
    }

    private SupplyDigest(SupplyDigest before, IReadOnlyList<ResourcePool> pools, IReadOnlyCollection<int> changed)
    {
        using CanonicalWriter writer = new();
        CanonicalHash hash = new(writer);
        (_ofMarket, _ofPools, _ofGroups) = (before._ofMarket, [.. before._ofPools], [.. before._ofGroups]);
        foreach (IGrouping<int, int> group in changed.GroupBy(static pool => pool / GroupLength))
        {
            byte[] ofPools = [.. _ofPools[group.Key]];
            foreach (int pool in group) hash.Of(pools[pool]).CopyTo(PlaceOf(ofPools, pool % GroupLength));
            SHA256.HashData(ofPools, PlaceOf(_ofGroups, group.Key));
            _ofPools[group.Key] = ofPools;
        }

        _whole = Whole();
    }

    /// <summary>The digest, 32 bytes.</summary>
    public ReadOnlySpan<byte> Value => _whole;

    /// <summary>The digest after some pools have changed; holds on to nothing of the supply before.</summary>
    public SupplyDigest With(IReadOnlyList<ResourcePool> pools, IReadOnlyCollection<int> changed) => new(this, pools, changed);

    private byte[] Whole() => SHA256.HashData([.. _ofMarket, .. SHA256.HashData(_ofGroups)]);

    private static Span<byte> PlaceOf(byte[] digests, int number) => digests.AsSpan(number * SHA256.HashSizeInBytes, SHA256.HashSizeInBytes);
}
