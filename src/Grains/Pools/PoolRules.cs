using System.Text.Json;
using Fulcrum.Contracts.Json;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Pools;

/// <summary>How a pool follows from its events.</summary>
internal sealed class PoolRules : IStreamRules<PoolState, PoolEvent>
{
    public static PoolRules Instance { get; } = new();

    /// <summary>How the events of a pool are stored.</summary>
    public static EventCodec<PoolEvent> Codec { get; } = new EventCodec<PoolEvent>()
        .Add<PoolConfigured>("pool.configured.1")
        .Add<PoolProviderChanged>("pool.provider-changed.1")
        .Add<PoolRetired>("pool.retired.1")
        .Add<PoolHeld>("pool.held.1")
        .Add<PoolConfirmed>("pool.confirmed.1")
        .Add<PoolPostponed>("pool.postponed.1")
        .Add<PoolReleased>("pool.released.1")
        .Add<PoolChecked>("pool.checked.1")
        .Add<PoolDeferred>("pool.deferred.1");

    public string? SnapshotType => "pool.1";

    public PoolState Create() => new();

    public void Apply(PoolState state, PoolEvent change, DateTimeOffset at)
    {
        state.Generation++;
        state.Tombstones.Prune(at);
        switch (change)
        {
            case PoolHeld held: Hold(state, held); break;
            case PoolConfirmed confirmed: state.Allocate(confirmed.Attempt); break;
            case PoolPostponed postponed: Postpone(state, postponed); break;
            case PoolDeferred deferred: Defer(state, deferred); break;
            case PoolReleased released: Release(state, released); break;
            case PoolChecked judged: state.Judge(judged.Attempt, judged.Version, judged.Complies); break;
            case PoolConfigured configured: Configure(state, configured, at); break;
            case PoolProviderChanged provider: ChangeProvider(state, provider, at); break;
            case PoolRetired: Retire(state); break;
            default: throw new InvalidOperationException($"No rule for {change.GetType().Name}.");
        }
    }

    public HeadFields Head(PoolState state, long since) => new()
    {
        Kind = StreamKinds.Pool,
        Owner = state.Pool?.ProviderId ?? "",
        State = state.Pool is null ? "" : state.Retired ? "retired" : JsonNamingPolicy.CamelCase.ConvertName(state.Pool.Status.ToString()),
        NextDue = state.NextDue,
        Summary = state.ConfiguredAt > since ? Summaries.Write(state.Summarize()) : null,
        Figures = state.Pool is null ? null : Summaries.Write(PoolFigures.Of(state)),
    };

    public long Alive(PoolState state) => state.Claims.Count;

    public ReadOnlyMemory<byte> Freeze(PoolState state) =>
        JsonSerializer.SerializeToUtf8Bytes(PoolSnapshot.Of(state), FulcrumJson.Options);

    public PoolState Thaw(ReadOnlyMemory<byte> snapshot) =>
        JsonSerializer.Deserialize<PoolSnapshot>(snapshot.Span, FulcrumJson.Options)!.ToState();

    private static void Hold(PoolState state, PoolHeld held) =>
        state.AddHold(held.Attempt, new HeldClaim(held.Order, state.Share(held.Amounts), held.ConfigVersion)
        {
            PlannedVersion = held.ConfigVersion,
            ExpiresAt = held.ExpiresAt,
            Deadline = held.Deadline,
            ProbeAt = held.ProbeAt,
        });

    private static void Postpone(PoolState state, PoolPostponed postponed)
    {
        state.Postpone(postponed.Attempt, postponed.ProbeAt);
        state.Claims[postponed.Attempt].ConfigVersion = postponed.CheckedVersion;
    }

    private static void Defer(PoolState state, PoolDeferred deferred)
    {
        foreach (DeferredProbe probe in deferred.Probes) state.Postpone(probe.Attempt, probe.ProbeAt);
    }

    private static void Release(PoolState state, PoolReleased released)
    {
        state.Remove(released.Attempt);
        if (released.TombstoneUntil is { } until) state.Tombstones.Add(released.Attempt, until);
    }

    private static void Configure(PoolState state, PoolConfigured configured, DateTimeOffset at)
    {
        (state.Pool, state.Retired, state.ConfiguredAt) = (configured.Pool, false, state.Generation);
        state.Sellable = configured.Pool.Inventories
            .Select(inventory => KeyValuePair.Create(inventory.Key, Sellable.Of(inventory.Value)))
            .ToSortedMap();
        Advance(state, configured.GateChanged, at);
    }

    private static void ChangeProvider(PoolState state, PoolProviderChanged changed, DateTimeOffset at)
    {
        (state.Provider, state.ProviderVersion, state.ConfiguredAt) = (changed.Provider, changed.Version, state.Generation);
        if (changed.ConfigChanged) Advance(state, changed.GateChanged, at);
    }

    private static void Retire(PoolState state)
    {
        (state.Retired, state.Provider, state.ProviderVersion, state.ConfiguredAt) = (true, null, 0, state.Generation);
        state.ConfigVersion++;
    }

    private static void Advance(PoolState state, bool gateChanged, DateTimeOffset at)
    {
        state.ConfigVersion++;
        if (!gateChanged) return;
        state.GateVersion = state.ConfigVersion;
        state.AskAll(at);
    }
}
