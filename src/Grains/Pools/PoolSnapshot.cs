using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Grains.Pools;

/// <summary>A pool as it is written into a snapshot.</summary>
internal sealed record PoolSnapshot(
    ResourcePoolDocument? Pool,
    ProviderDocument? Provider,
    long ProviderVersion,
    long ConfigVersion,
    long GateVersion,
    DateTimeOffset GateChangedAt,
    long Generation,
    bool Retired,
    SortedMap<long> Sellable,
    IReadOnlyList<ClaimSnapshot> Claims,
    IReadOnlyDictionary<Guid, DateTimeOffset> Tombstones,
    long ConfiguredAt)
{
    public static PoolSnapshot Of(PoolState state) => new(
        state.Pool, state.Provider, state.ProviderVersion, state.ConfigVersion, state.GateVersion, state.GateChangedAt, state.Generation, state.Retired, state.Sellable,
        [.. state.Claims.Select(claim => ClaimSnapshot.Of(claim.Key, claim.Value))], state.Tombstones.Entries, state.ConfiguredAt);

    public PoolState ToState()
    {
        PoolState state = new()
        {
            Pool = Pool,
            Provider = Provider,
            ProviderVersion = ProviderVersion,
            ConfigVersion = ConfigVersion,
            GateVersion = GateVersion,
            GateChangedAt = GateChangedAt,
            Generation = Generation,
            Retired = Retired,
            ConfiguredAt = ConfiguredAt,
            Sellable = Sellable,
        };
        foreach (ClaimSnapshot claim in Claims) claim.AddTo(state);
        foreach ((Guid attempt, DateTimeOffset until) in Tombstones) state.Tombstones.Add(attempt, until);
        return state;
    }
}
