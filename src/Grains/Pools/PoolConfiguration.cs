using System.Collections.Immutable;
using System.Text.Json;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Json;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Pools;

/// <summary>What a pool decides about its configuration. Pure.</summary>
internal static class PoolConfiguration
{
    /// <summary>Creates the pool or replaces its configuration; the same configuration again changes nothing.</summary>
    public static Decision<PoolState, PoolEvent, ConfigureReply> Configure(PoolState state, ConfigurePool command, DateTimeOffset now)
    {
        bool exists = state.Pool is not null && !state.Retired;
        if (now > command.Deadline) return Refuse(ErrorCodes.DeadlineExceeded);
        if (exists && command.MustNotExist) return Refuse(ErrorCodes.PreconditionFailed, "The pool exists.");
        if (command.ExpectedConfigVersion is { } expected && (!exists || expected != state.ConfigVersion)) return Moved(state, expected);
        if (exists && state.Pool!.ProviderId != command.Pool.ProviderId) return Refuse(ErrorCodes.StateConflict, "A pool stays with its provider.");
        if (exists && IsSame(state.Pool, command.Pool)) return Done([], created: false);
        bool gate = exists && (GateChanged(state.Pool!, command.Pool) || SuspensionChanged(state.Pool!.Status, command.Pool.Status));
        return Done([new PoolConfigured(command.Pool, gate)], created: !exists);
    }

    /// <summary>Takes over what the provider says of itself; older versions are ignored.</summary>
    public static Decision<PoolState, PoolEvent, ConfigureReply> ChangeProvider(PoolState state, ConfigureProvider command, DateTimeOffset now)
    {
        if (now > command.Deadline) return Refuse(ErrorCodes.DeadlineExceeded);
        if (state.Pool is null || state.Retired) return Refuse(ErrorCodes.NotFound);
        if (state.Pool.ProviderId != command.Provider.Id) return Refuse(ErrorCodes.StateConflict, "The pool belongs to another provider.");
        if (command.Version <= state.ProviderVersion) return Done([], created: false);
        bool changed = !IsSame(state.Provider, command.Provider);
        bool gate = state.Provider is { } old
            && (!IsSame(old.Sovereignty, command.Provider.Sovereignty) || SuspensionChanged(old.Status, command.Provider.Status));
        return Done([new PoolProviderChanged(command.Provider, command.Version, changed, gate)], created: false);
    }

    /// <summary>Takes the pool off the market when nothing is claimed there.</summary>
    public static Decision<PoolState, PoolEvent, ConfigureReply> Retire(PoolState state, RetirePool command, DateTimeOffset now)
    {
        if (now > command.Deadline) return Refuse(ErrorCodes.DeadlineExceeded);
        if (state.Pool is null) return Refuse(ErrorCodes.NotFound);
        if (state.Retired) return Done([], created: false);
        if (command.ExpectedConfigVersion is { } expected && expected != state.ConfigVersion) return Moved(state, expected);
        return state.Claims.Count > 0
            ? Refuse(ErrorCodes.InUse, $"{state.Claims.Count} claims are left.")
            : Done([new PoolRetired()], created: false);
    }

    /// <summary>The answer to a change that is recorded.</summary>
    public static ConfigureReply Success(PoolState state, bool changed, bool created) => new()
    {
        Changed = changed,
        Created = created,
        Unsettled = state.Unsettled,
        Summary = state.Summarize(),
    };

    private static bool GateChanged(ResourcePoolDocument old, ResourcePoolDocument changed) =>
        old.LocationId != changed.LocationId
        || old.Zone != changed.Zone
        || !IsSame(old.Sovereignty, changed.Sovereignty)
        || !old.Traits.ToImmutableSortedSet(StringComparer.Ordinal).SetEquals(changed.Traits);

    private static bool SuspensionChanged(LifecycleStatus old, LifecycleStatus changed) =>
        (changed == LifecycleStatus.Suspended) != (old == LifecycleStatus.Suspended);

    private static bool IsSame<T>(T? left, T right) =>
        JsonSerializer.SerializeToUtf8Bytes(left, FulcrumJson.Options).AsSpan()
            .SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(right, FulcrumJson.Options));

    private static Decision<PoolState, PoolEvent, ConfigureReply> Done(IReadOnlyList<PoolEvent> events, bool created) =>
        new(events, state => Success(state, events.Count > 0, created)) { MustBeCurrent = true };

    private static Decision<PoolState, PoolEvent, ConfigureReply> Moved(PoolState state, long expected) =>
        Refuse(ErrorCodes.PreconditionFailed, $"The configuration is {state.ConfigVersion}, not {expected}.");

    private static Decision<PoolState, PoolEvent, ConfigureReply> Refuse(string code, string? detail = null) =>
        new([], state => new ConfigureReply { Code = code, Detail = detail, Summary = state.Summarize() }) { MustBeCurrent = true };
}
