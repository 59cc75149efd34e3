using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Providers;
using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Providers;

/// <summary>What may change in a provider.</summary>
public static class ProviderRules
{
    /// <summary>Decides a new profile: one that is just so already is no event.</summary>
    public static Decision<ProviderState, ProviderEvent, ProviderReply> Change(ProviderState state, ChangeProvider command, DateTimeOffset now)
    {
        Precondition precondition = new() { Version = command.ExpectedVersion, MustNotExist = command.MustNotExist, MustExist = command.MustExist };
        if (Refusal(state, command.Deadline, now) is { } refusal) return Refuse(refusal.Code, refusal.Detail);
        if (Preconditions.Refusal(precondition, state.Exists ? state.Version : null) is { } unmet) return Refuse(unmet.Code, unmet.Detail);
        return Settle(state, command.Provider);
    }

    /// <summary>Decides a new status.</summary>
    public static Decision<ProviderState, ProviderEvent, ProviderReply> SetStatus(ProviderState state, SetProviderStatus command, DateTimeOffset now)
    {
        if (Refusal(state, command.Deadline, now) is { } refusal) return Refuse(refusal.Code, refusal.Detail);
        return state.Exists ? Settle(state, state.Provider! with { Status = command.Status }) : Refuse(ErrorCodes.NotFound, "There is no such provider.");
    }

    /// <summary>Decides to retire: only where there are no pools.</summary>
    public static Decision<ProviderState, ProviderEvent, ProviderReply> Retire(ProviderState state, RetireProvider command, DateTimeOffset now)
    {
        if (state.Retired) return Unchanged();
        if (now > command.Deadline) return Late();
        if (Preconditions.Refusal(new Precondition { Version = command.ExpectedVersion, MustExist = true }, state.Exists ? state.Version : null) is { } unmet) return Refuse(unmet.Code, unmet.Detail);
        return state.Pools.Count > 0
            ? Refuse(ErrorCodes.InUse, $"It has {state.Pools.Count} resource pools, '{state.Pools.First().Key}' for one. Delete them first.")
            : new([new ProviderRetired()], Reply(created: false, changed: true));
    }

    /// <summary>Decides on a pool that joins.</summary>
    public static Decision<ProviderState, ProviderEvent, JoinReply> Join(ProviderState state, JoinProvider command, DateTimeOffset now)
    {
        if (now > command.Deadline) return new([], _ => new JoinReply { Code = ErrorCodes.DeadlineExceeded, Detail = "The deadline had passed; nothing was changed. Try again." });
        if (!state.Exists) return new([], _ => new JoinReply { Code = ErrorCodes.NotFound, Detail = "There is no such provider. Create it first." }) { MustBeCurrent = true };
        ProviderEvent[] events = state.Pools.ContainsKey(command.Pool.Value) ? [] : [new ProviderPoolJoined(command.Pool.Value)];
        return new(events, after => new JoinReply { Provider = after.Provider, Version = after.Version }) { MustBeCurrent = true };
    }

    /// <summary>Decides on a pool that leaves.</summary>
    public static Decision<ProviderState, ProviderEvent, bool> Leave(ProviderState state, LeaveProvider command) =>
        new(state.Pools.ContainsKey(command.Pool.Value) ? [new ProviderPoolLeft(command.Pool.Value)] : [], _ => true) { MustBeCurrent = true };

    /// <summary>Records that pools have taken over a version.</summary>
    public static Decision<ProviderState, ProviderEvent, bool> Acknowledge(ProviderState state, IReadOnlyList<string> pools, long version)
    {
        ImmutableArray<string> news = [.. pools.Where(pool => state.Pools.TryGetValue(pool, out long known) && known < version)];
        return new(news.IsEmpty ? [] : [new ProviderAcknowledged(news, version)], _ => true) { MustBeCurrent = true };
    }

    private static (string Code, string Detail)? Refusal(ProviderState state, DateTimeOffset deadline, DateTimeOffset now) =>
        now > deadline ? (ErrorCodes.DeadlineExceeded, "The deadline had passed; nothing was changed. Try again.")
        : state.Retired ? (ErrorCodes.StateConflict, "The provider was retired. Choose another id.")
        : null;

    private static Decision<ProviderState, ProviderEvent, ProviderReply> Settle(ProviderState state, ProviderDocument wanted)
    {
        bool created = state.Provider is null;
        return !created && Documents.AreSame(state.Provider, wanted)
            ? Unchanged()
            : new([new ProviderChanged(wanted)], Reply(created, changed: !created));
    }

    private static Decision<ProviderState, ProviderEvent, ProviderReply> Unchanged() => new([], Reply(created: false, changed: false)) { MustBeCurrent = true };

    private static Func<ProviderState, ProviderReply> Reply(bool created, bool changed) =>
        after => new ProviderReply { Created = created, Changed = changed, Provider = after.LastView() };

    private static Decision<ProviderState, ProviderEvent, ProviderReply> Late() => Refuse(ErrorCodes.DeadlineExceeded, "The deadline had passed; nothing was changed. Try again.");

    private static Decision<ProviderState, ProviderEvent, ProviderReply> Refuse(string code, string detail) =>
        new([], after => new ProviderReply { Code = code, Detail = detail, Provider = after.ToView() }) { MustBeCurrent = true };
}
