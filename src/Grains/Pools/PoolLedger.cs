using System.Collections.Immutable;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Pools;

/// <summary>What a pool decides about claims. Pure: the state, the command, the instant, and nothing else.</summary>
internal sealed class PoolLedger(PoolOptions options, ProtocolRules rules)
{
    /// <summary>Takes a claim if everything it was planned on is still so; the same claim again gets the same answer.</summary>
    public Decision<PoolState, PoolEvent, HoldReply> Hold(PoolState state, HoldCommand command, DateTimeOffset now)
    {
        if (state.Tombstones.Contains(command.HoldId.Attempt.Value)) return Refuse(HoldRefusalReason.Released);
        if (state.Claims.TryGetValue(command.HoldId.Attempt.Value, out Claim? known))
        {
            return IsSame(known, command) ? Accept([]) : Refuse(HoldRefusalReason.ContentMismatch);
        }

        (HoldRefusalReason reason, string? detail) = HoldRules.Check(state, command, now);
        return reason == HoldRefusalReason.None ? Accept([NewHold(command, now)]) : Refuse(reason, detail);
    }

    /// <summary>A hold that exists is always confirmed.</summary>
    public static Decision<PoolState, PoolEvent, VerdictReply> Confirm(PoolState state, HoldId id)
    {
        Claim? claim = Find(state, id);
        return claim is HeldClaim
            ? Verdict([new PoolConfirmed(id.Attempt.Value)], ClaimState.Allocated)
            : Verdict([], claim is not null ? ClaimState.Allocated : Missing(state, id));
    }

    /// <summary>Ends a claim for ever, also one that has not arrived yet.</summary>
    public Decision<PoolState, PoolEvent, VerdictReply> Release(PoolState state, ReleaseHold command, DateTimeOffset now)
    {
        DateTimeOffset? tombstone = TombstoneUntil(command.HoldDeadline, now);
        if (Find(state, command.HoldId) is not null) return Verdict([Released(command.HoldId, tombstone, ReleaseCause.Told)], ClaimState.Released);
        if (state.Tombstones.Contains(command.HoldId.Attempt.Value)) return Verdict([], ClaimState.Released);
        return tombstone is null
            ? Verdict([], ClaimState.Unknown)
            : Verdict([Released(command.HoldId, tombstone, ReleaseCause.Told)], ClaimState.Released);
    }

    /// <summary>Takes over what an order has answered about a claim. An allocation is not freed that way: the order tells its end.</summary>
    /// <param name="state">The pool.</param>
    /// <param name="id">The claim.</param>
    /// <param name="reply">What the order has answered.</param>
    /// <param name="checkedVersion">Configuration that it was asked about; 0 when it was asked about none.</param>
    /// <param name="now">The instant.</param>
    /// <returns>Whether the pool has learned anything.</returns>
    public Decision<PoolState, PoolEvent, bool> Answered(PoolState state, HoldId id, ProbeReply reply, long checkedVersion, DateTimeOffset now)
    {
        IReadOnlyList<PoolEvent> events = (Find(state, id), reply.Verdict) switch
        {
            (null, _) => [],
            (HeldClaim, ProbeVerdict.Confirmed) => [new PoolConfirmed(id.Attempt.Value), .. Judged(id, reply, checkedVersion)],
            (HeldClaim hold, ProbeVerdict.Released) => [Released(id, TombstoneUntil(hold.Deadline, now), ReleaseCause.Asked)],
            (HeldClaim hold, _) => [Postponed(state, hold, id, reply, checkedVersion, now)],
            (_, ProbeVerdict.Confirmed) => [.. Judged(id, reply, checkedVersion)],
            _ => [],
        };
        return new Decision<PoolState, PoolEvent, bool>(events, _ => events.Count > 0);
    }

    /// <summary>Asks about holds later; those that have changed meanwhile keep their time.</summary>
    public static Decision<PoolState, PoolEvent, bool> Defer(PoolState state, IEnumerable<DeferredProbe> probes)
    {
        ImmutableArray<DeferredProbe> later = [.. probes.Where(probe => IsAskedEarlier(state, probe))];
        return new Decision<PoolState, PoolEvent, bool>(later.IsEmpty ? [] : [new PoolDeferred(later)], static _ => true);
    }

    private static bool IsAskedEarlier(PoolState state, DeferredProbe probe) =>
        state.Claims.GetValueOrDefault(probe.Attempt) is HeldClaim hold && hold.ProbeAt < probe.ProbeAt && hold.ConfigVersion >= state.GateVersion;

    private static IEnumerable<PoolEvent> Judged(HoldId id, ProbeReply reply, long checkedVersion) =>
        reply.Complies is { } complies && checkedVersion > 0 ? [new PoolChecked(id.Attempt.Value, checkedVersion, complies)] : [];

    private static PoolPostponed Postponed(PoolState state, HeldClaim hold, HoldId id, ProbeReply reply, long checkedVersion, DateTimeOffset now)
    {
        long version = Math.Max(hold.ConfigVersion, checkedVersion);
        DateTimeOffset earliest = now.AddSeconds(1);
        DateTimeOffset next = version < state.GateVersion || reply.AskAgainAt is not { } at || at < earliest ? earliest : at;
        return new PoolPostponed(id.Attempt.Value, next, version);
    }

    private PoolHeld NewHold(HoldCommand command, DateTimeOffset now) => new(
        command.HoldId.Order.Key,
        command.HoldId.Attempt.Value,
        command.Amounts,
        command.ConfigVersion,
        command.ExpiresAt,
        command.Deadline,
        now.AddSeconds(options.HoldProbeSeconds));

    private static PoolReleased Released(HoldId id, DateTimeOffset? tombstone, ReleaseCause cause) =>
        new(id.Order.Key, id.Attempt.Value, tombstone, cause);

    private DateTimeOffset? TombstoneUntil(DateTimeOffset holdDeadline, DateTimeOffset now)
    {
        DateTimeOffset until = holdDeadline.AddSeconds(PoolLimits.TombstoneMarginSeconds);
        return rules.Tombstones && until >= now ? until : null;
    }

    private static bool IsSame(Claim known, HoldCommand command) =>
        known.Order == command.HoldId.Order.Key
        && known.Amounts.Equals(command.Amounts)
        && (known is not HeldClaim hold || (hold.PlannedVersion == command.ConfigVersion && hold.ExpiresAt == command.ExpiresAt));

    private static Claim? Find(PoolState state, HoldId id) =>
        state.Claims.TryGetValue(id.Attempt.Value, out Claim? claim) && claim.Order == id.Order.Key ? claim : null;

    private static ClaimState Missing(PoolState state, HoldId id) =>
        state.Tombstones.Contains(id.Attempt.Value) ? ClaimState.Released : ClaimState.Unknown;

    private static Decision<PoolState, PoolEvent, HoldReply> Accept(IReadOnlyList<PoolEvent> events) =>
        new(events, state => new HoldReply { Accepted = true, Generation = state.Generation }) { MustBeCurrent = true };

    private static Decision<PoolState, PoolEvent, HoldReply> Refuse(HoldRefusalReason reason, string? detail = null) =>
        new([], state => new HoldReply
        {
            Accepted = false,
            Reason = reason,
            Detail = detail,
            Generation = state.Generation,
            Summary = state.Summarize(),
        });

    /// <summary>A claim that is not known may be known to another activation that has written since.</summary>
    private static Decision<PoolState, PoolEvent, VerdictReply> Verdict(IReadOnlyList<PoolEvent> events, ClaimState claim) =>
        new(events, state => new VerdictReply { State = claim, Generation = state.Generation }) { MustBeCurrent = claim == ClaimState.Unknown };
}
